/** Setting type: text into words, words into lines. Knows widths and glyphs, not pages. */
import type { DocumentFont } from '#shared/model/evidence.ts'
import type { Run } from '#shared/model/outline.ts'
import { type Face, type Fonts, families } from '../fonts.ts'
import { colour, note as noteLook } from '../look.ts'
import type { Kit } from './kit.ts'

export type Ink = { readonly face: Face; readonly size: number; readonly color: string; readonly underline: boolean; readonly rise: number }

/** A word with its glyphs, a space, or a forced line end. */
export type Atom = {
  readonly kind: 'word' | 'space' | 'end'
  readonly text: string
  readonly ink: Ink
  readonly width: number
  /** A line may end after this word although no space follows. */
  readonly breakable: boolean
  readonly rightToLeft: boolean
}

/** `ended` by the text itself, not by the room; `joins` the next line without a space, as a word that was cut. */
export type Line = {
  readonly atoms: readonly Atom[]
  readonly width: number
  readonly spaces: number
  readonly ended: boolean
  readonly joins: boolean
}

/** Width at size 1. */
type WidthOf = (face: Face, text: string) => number

export type TextLook = {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: string
  /** Absent: the document's. */
  readonly font?: DocumentFont
}

export type Setter = {
  /** Glyphs as the operand of `TJ`. They enter the document's subset, so only what is painted may be shaped. */
  shape(face: Face, text: string): string
  lines(runs: readonly Run[], look: TextLook, room: number): Line[]
  readonly missing: ReadonlyMap<string, number>
}

const rightToLeftLetters = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** @param font what text is set in unless its look says otherwise */
export function createSetter(kit: Kit, fonts: Fonts, font: DocumentFont = 'arial'): Setter {
  const shapes = new Map<Face, Map<string, string>>()
  const missing = new Map<string, number>()
  const missed = (char: string): void => void missing.set(char, (missing.get(char) ?? 0) + 1)

  const widthOf: WidthOf = (face, text) => {
    const font = kit.font(face)
    const known = font.measured?.get(text)
    if (known !== undefined) return known
    const fresh = font.layout(text).positions.reduce((sum, place) => sum + place.xAdvance, 0) / 1000
    font.measured?.set(text, fresh)
    return fresh
  }
  const shape = (face: Face, text: string): string => {
    const known = shapes.get(face) ?? new Map<string, string>()
    shapes.set(face, known)
    const shaped = known.get(text) ?? shapeWord(kit, face, text)
    known.set(text, shaped)
    return shaped
  }
  const atoms = (runs: readonly Run[], look: TextLook): Atom[] =>
    runs.flatMap((run) => atomsOf(run, { font, ...look }, fonts, widthOf, missed))
  const lines: Setter['lines'] = (runs, look, room) => breakLines(atoms(runs, look), Math.max(room, look.size), widthOf)
  return {
    shape,
    lines,
    missing,
  }
}

/** Kerning and the places of marks become numbers between the glyphs; marks that move up or down stay on the baseline. */
function shapeWord(kit: Kit, face: Face, text: string): string {
  const [glyphs, places] = kit.font(face).encode(text)
  let out = ''
  let open = false
  const move = (by: number): void => {
    if (Math.abs(by) < 0.5) return
    if (open) out += '>'
    open = false
    out += ` ${Math.round(-by)} `
  }
  glyphs.forEach((glyph, at) => {
    const place = places[at]
    if (!place) return
    move(place.xOffset)
    out += open ? glyph : `<${glyph}`
    open = true
    move(place.xAdvance - place.advanceWidth - place.xOffset)
  })
  return open ? `${out}>` : out
}

function faceOf(run: Run, look: TextLook): Face {
  const family = families[look.font ?? 'arial']
  const bold = run.bold || look.bold
  const italic = run.italic || look.italic
  if (bold) return italic ? family.boldItalic : family.bold
  return italic ? family.italic : family.regular
}

function atomsOf(run: Run, look: TextLook, fonts: Fonts, widthOf: WidthOf, missed: (char: string) => void): Atom[] {
  const face = faceOf(run, look)
  const color = run.muted ? colour.muted : (look.color ?? colour.ink)
  const base = { size: look.size, color, underline: run.underline === true, rise: 0 }
  const atoms: Atom[] = []
  for (const piece of fonts.split(run.text, face, missed)) atoms.push(...cut(piece.text, { ...base, face: piece.face }, widthOf))
  if (run.note !== undefined) {
    const ink = { ...base, face, underline: false, size: look.size * noteLook.scale, rise: look.size * noteLook.rise }
    atoms.push(wordAtom(String(run.note), ink, widthOf, false))
  }
  return atoms
}

/** Words end at spaces, after hyphens between letters, and at line ends; emoji and boxes may each end a line. */
const parts = /\n|[ \u2000-\u200A\u3000]+|\u200B|[^\n \u2000-\u200B\u3000]+/g
const afterHyphens = /(?<=[\p{L}\p{N})][-–—])(?=[\p{L}(])/u

function cut(text: string, ink: Ink, widthOf: WidthOf): Atom[] {
  const atoms: Atom[] = []
  for (const [part] of text.matchAll(parts)) {
    if (part === '\n') atoms.push({ kind: 'end', text: '', ink, width: 0, breakable: false, rightToLeft: false })
    else if (part === '\u200B') {
      const last = atoms.pop()
      if (last !== undefined) atoms.push({ ...last, breakable: true })
    } else if (/^[ \u2000-\u200A\u3000]/.test(part)) {
      const spaces = ' '.repeat(part.length)
      atoms.push({ kind: 'space', text: spaces, ink, width: widthOf(ink.face, spaces) * ink.size, breakable: true, rightToLeft: false })
    } else if (ink.face === 'emoji' || part.includes('□')) {
      for (const { segment } of segmenter.segment(part)) atoms.push(wordAtom(segment, ink, widthOf, true))
    } else {
      const halves = part.split(afterHyphens)
      halves.forEach((half, at) => {
        atoms.push(wordAtom(half, ink, widthOf, at < halves.length - 1))
      })
    }
  }
  return atoms
}

function wordAtom(text: string, ink: Ink, widthOf: WidthOf, breakable: boolean): Atom {
  return { kind: 'word', text, ink, width: widthOf(ink.face, text) * ink.size, breakable, rightToLeft: rightToLeftLetters.test(text) }
}

/** Greedy lines. A word wider than the room is cut between letters; spaces at a line's end are dropped. */
function breakLines(atoms: readonly Atom[], room: number, widthOf: WidthOf): Line[] {
  const lines: Line[] = []
  let line: Atom[] = []
  let width = 0
  const flush = (ended: boolean): void => {
    const before = line.length
    while (!ended && line.at(-1)?.kind === 'space') line.pop()
    lines.push(finish(line, ended, !ended && line.length === before))
    line = []
    width = 0
  }
  const put = (atom: Atom): void => {
    line.push(atom)
    width += atom.width
  }
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]
    if (!atom) break
    if (atom.kind === 'end') {
      flush(true)
      at += 1
      continue
    }
    if (atom.kind === 'space') {
      if (line.length > 0 || lines.length === 0 || lines.at(-1)?.ended) put(atom)
      at += 1
      continue
    }
    const unit = unitAt(atoms, at)
    at += unit.length
    const unitWidth = unit.reduce((sum, one) => sum + one.width, 0)
    if (width + unitWidth > room + 0.01 && line.some((one) => one.kind === 'word')) flush(false)
    if (width + unitWidth <= room + 0.01) for (const one of unit) put(one)
    else
      for (const one of unit)
        for (const piece of cutToFit(
          one,
          room,
          () => width,
          () => flush(false),
          widthOf,
        ))
          put(piece)
  }
  flush(true)
  return lines
}

/** Atoms from `at` that must stay together. */
function unitAt(atoms: readonly Atom[], at: number): Atom[] {
  const unit: Atom[] = []
  for (let next = at; next < atoms.length; next += 1) {
    const atom = atoms[next]
    if (atom?.kind !== 'word') break
    unit.push(atom)
    if (atom.breakable) break
  }
  return unit
}

function* cutToFit(atom: Atom, room: number, used: () => number, flush: () => void, widthOf: WidthOf): Generator<Atom> {
  const { ink } = atom
  let text = ''
  let width = 0
  for (const { segment } of segmenter.segment(atom.text)) {
    const step = widthOf(ink.face, segment) * ink.size
    if (used() + width + step > room && (text !== '' || used() > 0)) {
      if (text !== '') yield wordAtom(text, ink, widthOf, false)
      flush()
      text = ''
      width = 0
    }
    text += segment
    width += step
  }
  if (text !== '') yield wordAtom(text, ink, widthOf, atom.breakable)
}

function finish(atoms: Atom[], ended: boolean, joins: boolean): Line {
  const shown = atoms.some((atom) => atom.rightToLeft) ? turnRightToLeft(atoms) : atoms
  return {
    atoms: shown,
    width: shown.reduce((sum, atom) => sum + atom.width, 0),
    spaces: shown.filter((atom) => atom.kind === 'space').length,
    ended,
    joins,
  }
}

/** Words of a right-to-left script that stand together are set from right to left; the glyphs inside a word already are. */
function turnRightToLeft(atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = []
  for (let at = 0; at < atoms.length; ) {
    let end = at
    for (let next = at; next < atoms.length && (atoms[next]?.rightToLeft || (next > at && atoms[next]?.kind === 'space')); next += 1) {
      if (atoms[next]?.rightToLeft) end = next + 1
    }
    if (end > at) out.push(...atoms.slice(at, end).reverse())
    else out.push(...atoms.slice(at, at + 1))
    at = Math.max(end, at + 1)
  }
  return out
}
