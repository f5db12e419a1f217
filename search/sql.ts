/**
 * Runs one statement with parameters ($1, $2 …) on the forum's database, by its own pool or inside a transaction. Parameters
 * are texts and numbers (lists and objects go as JSON in a text); columns come back as texts, numbers, booleans and JSON.
 */
export type SqlExecutor = <Row extends object>(
  statement: string,
  parameters: readonly (string | number | null)[],
) => Promise<Row[]>;
