/** The light theme's colours, by the names of the design's tokens. Figures are always drawn on white paper. */
import type { NoteColor } from '../model/pack.ts'

export const palette = {
  white: '#FFFFFF',
  paper: '#F6F4EF',
  sunken: '#EEEBE4',
  line: '#E1DCD2',
  lineStrong: '#8A8276',
  ink: '#1F1D1A',
  ink2: '#4D4841',
  ink3: '#696358',
  action: '#2B3F8F',
  actionSoft: '#E9ECF8',
  deep: '#1C2858',
  onDeep: '#FFFFFF',
  ok: '#1E6B3A',
} as const

export const notePaper: Readonly<Record<NoteColor, { readonly fill: string; readonly edge: string }>> = {
  kunyit: { fill: '#FAE7A3', edge: '#A27800' },
  pandan: { fill: '#D3EBC4', edge: '#4E8A34' },
  langit: { fill: '#CBE5F4', edge: '#3A82AD' },
  jambu: { fill: '#F9D5D0', edge: '#C0554A' },
  talas: { fill: '#E1D8F4', edge: '#7A5FBE' },
  gading: { fill: '#F3ECDE', edge: '#8A8276' },
}
