/**
 * Who made a change. Yjs matches origins by identity, so these constants must be shared and never rebuilt.
 * `byPerson` is what a person did in this window and can undo; `bySystem` (a template filled in, an import, a migration) is not undone by Ctrl+Z.
 */
export const byPerson = Object.freeze({ by: 'person' } as const)
export const bySystem = Object.freeze({ by: 'system' } as const)
export type Origin = typeof byPerson | typeof bySystem
