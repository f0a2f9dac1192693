/** Branded ids: a lab id cannot be passed where an innovation id is wanted. */
declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type LabId = Id<'lab'>
export type InnovationId = Id<'innovation'>
export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type ItemId = Id<'item'>
export type LinkId = Id<'link'>
export type SessionId = Id<'session'>
export type BlockId = Id<'block'>
export type NoteId = Id<'note'>
export type PhotoId = Id<'photo'>
export type PartnerId = Id<'partner'>
export type RewardId = Id<'reward'>
export type ApprovalId = Id<'approval'>
export type EvidenceId = Id<'evidence'>
export type VersionId = Id<'version'>
export type PejabatId = Id<'pejabat'>
export type ConventionId = Id<'convention'>
export type JudgeId = Id<'judge'>
export type PanelId = Id<'panel'>
export type EntryId = Id<'entry'>
export type AdopterId = Id<'adopter'>

/** What an id may look like: it becomes a file name, so nothing a file system could trip over. */
export const idPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * A fresh id of 16 base-36 characters (82 bits).
 * @param random fills an array with random bytes; passed in so that tests and exports stay repeatable.
 */
export function freshId<Name extends string>(random: (bytes: Uint8Array) => Uint8Array): Id<Name> {
  const bytes = random(new Uint8Array(16))
  let id = ''
  // 252 is the largest multiple of 36 below 256: taking only what lies under it would loop; the tiny skew is harmless here.
  for (const byte of bytes) id += alphabet.charAt(byte % 36)
  return id as Id<Name>
}
