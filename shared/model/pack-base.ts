/** Small shapes that every part of a pack uses. */
import { z } from 'zod'

export const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is lower case letters, digits and _')
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case letters, digits and -')

/** Folders of a pack, one file for each definition; beside them `pack.yaml` and `method.yaml`. */
export const packFolders = ['canvases', 'forms', 'indicators', 'documents', 'rubrics'] as const
export type PackFolder = (typeof packFolders)[number]
/** A file of a pack by its path inside the pack's folder. */
export const packFile = new RegExp(`^(?:(?:${packFolders.join('|')})/)?[a-z0-9][a-z0-9-]*\\.yaml$`)

/** `verified`: read in a publication of the issuer. `unverified`: everything else, shown as such wherever it is used. */
export const packStatus = z.enum(['verified', 'unverified'])
export type PackStatus = z.infer<typeof packStatus>

export const stageKeys = ['drum_up', 'diagnose', 'design', 'deliver', 'display', 'documentation'] as const
export const stageKey = z.enum(stageKeys)
export type StageKey = z.infer<typeof stageKey>

export const noteColors = ['kunyit', 'pandan', 'langit', 'jambu', 'talas', 'gading'] as const
export const noteColor = z.enum(noteColors)
export type NoteColor = z.infer<typeof noteColor>

/** How good a value is: shown by a word and a sign, never by colour alone. */
export const tones = ['baik', 'perhatian', 'buruk'] as const
export const tone = z.enum(tones)
export type Tone = z.infer<typeof tone>
