/** What only letters have: number, nature, enclosures and subject with the date beside them, the addressee, and who gets a copy. */
import type { Block } from '#shared/model/outline.ts'
import type { DocumentPart } from '#shared/model/pack.ts'
import { letterNumber } from '#shared/rules/letter-number.ts'
import { signaturePlace } from '#shared/rules/signature.ts'
import { cell, para, tight } from './blocks.ts'
import { filledIn, type UnitBuild } from './facts.ts'
import type { Build } from './source.ts'

/** Place and date stand right, on the line of the number, without a full stop (domain.md 5.3). */
export function letterHeadBlocks(part: Extract<DocumentPart, { part: 'letter_head' }>, build: UnitBuild): readonly Block[] {
  const { lab, language, date, tell, words } = build
  const number = letterNumber(lab.naskah.numberPattern, date)
  const row = (label: string, value: string, right = '') => [cell(label), cell(':'), cell(value), cell(right, { align: 'right' })]
  return [
    {
      b: 'table',
      widths: [1.3, 0.2, 4.4, 3.6],
      headRows: 0,
      ruled: false,
      alt: tell(words.letterHeadAlt),
      rows: [
        row(tell(words.letterNumber), number, signaturePlace(lab, date, language)),
        row(tell(words.letterNature), part.nature === undefined ? tell(words.letterOrdinary) : part.nature[language]),
        row(tell(words.letterEnclosures), part.enclosures === undefined ? '-' : filledIn(part.enclosures[language], build)),
        row(tell(words.letterSubject), filledIn(part.subject[language], build)),
      ],
    },
    { b: 'space', height: 14 },
    ...filledIn(part.to[language], build)
      .split('\n')
      .map((line) => para(line, tight)),
    { b: 'space', height: 12 },
  ]
}

/** Numbered, bottom left; nothing where the lab names nobody. */
export function tembusanBlocks({ lab, tell, words }: Build): readonly Block[] {
  const lines = lab.naskah.tembusan
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return []
  return [
    { b: 'space', height: 12 },
    { ...para(tell(words.tembusan), { ...tight, keepNext: true }), size: 10 },
    {
      b: 'list',
      ordered: true, // The copies stand together, not the last of them on a page of its own.
      items: lines.map((line, at) => [para(line, { ...tight, size: 10, keepNext: at < lines.length - 1 })]),
    },
  ]
}
