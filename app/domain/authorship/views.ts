export type PersonaId = string & { readonly __brand: 'PersonaId' };

/** One's own persona, as only its owner gets to see it. */
export type OwnPersona = { id: PersonaId; scopeId: string; alias: string };
