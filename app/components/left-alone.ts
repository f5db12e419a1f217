/** For an element in which a script of the page (`app/enhance`) shows something: React leaves alone what stands in it. */
export const LEFT_ALONE = { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: '' } } as const;
