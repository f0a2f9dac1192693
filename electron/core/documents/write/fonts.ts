/**
 * The faces documents are printed with, and which of them can draw a character.
 * Whole TTF files only: files split per script lack letters, and WOFF2 breaks the subsetter.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentFont } from '#shared/model/evidence.ts'
import { createKit, type KitFont } from './pdf/kit.ts'

export const faceFiles = {
  regular: 'Arimo-Regular.ttf',
  bold: 'Arimo-Bold.ttf',
  italic: 'Arimo-Italic.ttf',
  boldItalic: 'Arimo-BoldItalic.ttf',
  timesRegular: 'Tinos-Regular.ttf',
  timesBold: 'Tinos-Bold.ttf',
  timesItalic: 'Tinos-Italic.ttf',
  timesBoldItalic: 'Tinos-BoldItalic.ttf',
  emoji: 'NotoEmoji-Regular.ttf',
} as const
export type Face = keyof typeof faceFiles

type Family = { readonly regular: Face; readonly bold: Face; readonly italic: Face; readonly boldItalic: Face }
/** The faces that stand in for a font, and the name under which office programs know it. */
export const families = {
  arial: { regular: 'regular', bold: 'bold', italic: 'italic', boldItalic: 'boldItalic' },
  times: { regular: 'timesRegular', bold: 'timesBold', italic: 'timesItalic', boldItalic: 'timesBoldItalic' },
} as const satisfies Record<DocumentFont, Family>
export const fontNames = { arial: 'Arial', times: 'Times New Roman' } as const satisfies Record<DocumentFont, string>

/** Figures keep the first family whatever the text is set in. */
const facesFor = (font: DocumentFont): readonly Face[] => [
  ...Object.values<Face>(families.arial),
  ...(font === 'arial' ? [] : Object.values<Face>(families[font])),
  'emoji',
]

export type Piece = { readonly face: Face; readonly text: string }

/** Faces a document does not use are not read. */
type OfFaces<T> = Readonly<Partial<Record<Face, T>>>

export type Fonts = {
  readonly files: OfFaces<Uint8Array>
  readonly paths: OfFaces<string>
  /** Faces as the PDF library reads them, with the words they have set; documents share both. */
  readonly donors: OfFaces<KitFont>
  /**
   * Cuts text into pieces that one face can draw whole, in order. A character no face has becomes "□" and `missed` hears of it;
   * invisible joiners and marks of direction are dropped where the face does not need them.
   */
  split(text: string, wanted: Face, missed: (char: string) => void): Piece[]
}

/** Printed for a character that no face has. */
export const missingBox = '□'

/** Signs that offices use and the faces lack, with the nearest sign they have. */
const standIns: Readonly<Record<string, string>> = { '✓': '✔', '☐': '□', '★': '⭐', '☒': '☑', '❑': '□', '➢': '►', '➔': '→', '\u00AD': '' }

/** Characters that print nothing by themselves. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' })

const loaded = new Map<string, Promise<Fonts>>()

/** Reads the faces in `folder` that documents in `font` need, once; later calls share them. Rejects when a file is missing. */
export function loadFonts(folder: string, font: DocumentFont = 'arial'): Promise<Fonts> {
  const name = `${font} ${folder}`
  const known = loaded.get(name)
  if (known) return known
  const fresh = read(folder, facesFor(font)).catch((why: unknown) => {
    loaded.delete(name)
    throw why
  })
  loaded.set(name, fresh)
  return fresh
}

async function read(folder: string, faces: readonly Face[]): Promise<Fonts> {
  const paths = Object.fromEntries(faces.map((face) => [face, join(folder, faceFiles[face])])) as OfFaces<string> // built from faces alone
  const bytes = await Promise.all(faces.map((face) => readFile(join(folder, faceFiles[face]))))
  const files = Object.fromEntries(faces.map((face, at) => [face, bytes[at]])) as OfFaces<Uint8Array> // the same list
  // Nothing is printed with this one: documents take its faces.
  const kit = createKit({ files, title: '', subject: '', author: '', language: 'id-ID', clockIso: '2000-01-01T00:00:00.000Z' })
  const letters = common(faces.filter((face) => face !== 'emoji').map((face) => kit.font(face).font.characterSet))
  const donors = Object.fromEntries(faces.map((face) => [face, kit.font(face)])) as OfFaces<KitFont> // the same list
  return { files, paths, donors, split: splitter(letters, new Set(kit.font('emoji').font.characterSet)) }
}

/** What every weight and slant can draw, so that bold never loses a letter that regular has. */
function common(sets: readonly (readonly number[])[]): Set<number> {
  const [first = [], ...others] = sets
  const rest = others.map((set) => new Set(set))
  return new Set(first.filter((code) => rest.every((set) => set.has(code))))
}

function splitter(letters: ReadonlySet<number>, emoji: ReadonlySet<number>): Fonts['split'] {
  const plain = Uint8Array.from({ length: 0x3000 }, (_, code) =>
    code === 10 || (letters.has(code) && !invisible.test(String.fromCharCode(code))) ? 1 : 0,
  )
  const isPlain = (text: string): boolean => {
    for (let at = 0; at < text.length; at += 1) if (plain[text.charCodeAt(at)] !== 1) return false
    return true
  }
  return (text, wanted, missed) => {
    if (isPlain(text)) return text === '' ? [] : [{ face: wanted, text }]
    const out: { face: Face; text: string }[] = []
    const add = (face: Face, part: string): void => {
      const last = out.at(-1)
      if (last?.face === face) last.text += part
      else if (part !== '') out.push({ face, text: part })
    }
    for (const { segment } of segmenter.segment(text.normalize('NFC'))) {
      for (const piece of piecesOf(segment, wanted, letters, emoji, missed)) add(piece.face, piece.text)
    }
    return out
  }
}

/** The pieces of one letter with everything that belongs to it: marks, joiners, variation signs. */
function piecesOf(
  cluster: string,
  wanted: Face,
  letters: ReadonlySet<number>,
  emoji: ReadonlySet<number>,
  missed: (char: string) => void,
): Piece[] {
  // Where a line ends or may end; not drawn.
  if (cluster === '\n' || cluster === '\u200B') return [{ face: wanted, text: cluster }]
  const sign = standIns[cluster] ?? cluster
  const visible = [...sign].filter((char) => !invisible.test(char))
  const wholly = (set: ReadonlySet<number>): boolean => visible.every((char) => set.has(char.codePointAt(0) ?? 0))
  if (sign.includes('\uFE0F') && wholly(emoji)) return [{ face: 'emoji', text: sign }]
  if (wholly(letters)) return [{ face: wanted, text: visible.join('') }]
  if (wholly(emoji)) return [{ face: 'emoji', text: sign }]
  return visible.map((char) => {
    const code = char.codePointAt(0) ?? 0
    if (letters.has(code)) return { face: wanted, text: char }
    if (emoji.has(code)) return { face: 'emoji', text: char }
    missed(char)
    return { face: wanted, text: missingBox }
  })
}
