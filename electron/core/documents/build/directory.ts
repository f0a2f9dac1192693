/**
 * The book of all innovations: cover, contents, a place for the foreword, figures, an entry for each innovation under its unit, and indexes
 * (domain.md 1.3, Documentation). Archived innovations are left out. No NIP and no telephone: the book is for everybody.
 */
import type { Innovation, Unit } from '#shared/model/lab.ts'
import type { Block, Cell, Outline } from '#shared/model/outline.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { regionName } from '#shared/rules/signature.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { anchor, muted, para } from './blocks.ts'
import { type CoverMiddle, frontBlocks } from './cover.ts'
import { entryBlocks, entryName, kindOf, pictureOf, stageOf, urusanOf } from './directory-entry.ts'
import { overviewBlocks } from './directory-overview.ts'
import { photoBlock } from './evidence-blocks.ts'
import { outlineFrame, signatureBlocks } from './frame.ts'
import type { Build } from './source.ts'

/** What the book says of an innovation in more than one place. */
export type Listed = {
  readonly innovation: Innovation
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly urusan: string
  readonly kind: string
  readonly stage: string
}

export function buildDirectory(build: Build): Outline {
  const { def, language, tell, words: common, lab } = build
  const region = regionName(lab, language)
  const listed = listedOf(build)
  return {
    ...outlineFrame(build, `${def.title[language]}: ${region}`),
    cover: frontBlocks(build, region, true, coverPictures(listed, build)),
    blocks: [
      { b: 'contents', title: tell(common.contents), levels: 2 },
      { b: 'heading', level: 1, text: tell(words.foreword), id: 'kata-pengantar', pageBreakBefore: true },
      ...forewordBlocks(listed, region, build),
      ...signatureBlocks(build),
      { b: 'heading', level: 1, text: tell(words.overview), id: 'angka', pageBreakBefore: true },
      ...overviewBlocks(listed, build),
      ...entriesOf(listed, build),
      ...indexesOf(listed, build),
    ],
  }
}

/** Points a picture on the cover is high at most, and how many stand beside each other. */
const coverPicture = { height: 120, most: 3 } as const

/** Pictures of the first innovations that have one; nothing where they would be too few to look meant. */
function coverPictures(listed: readonly Listed[], build: Build): CoverMiddle | undefined {
  const { tell, figureSize } = build
  const shown: { readonly name: string; readonly picture: string }[] = []
  for (const { innovation, name } of listed) {
    const picture = pictureOf(innovation, build)
    if (picture !== '' && build.attachment(picture) !== null) shown.push({ name, picture })
    if (shown.length === coverPicture.most) break
  }
  if (shown.length < 2) return undefined
  const room = { width: (figureSize.width * 0.75) / shown.length - 12, height: coverPicture.height }
  const cells = shown.map(
    ({ name, picture }): Cell => ({ blocks: [photoBlock(picture, tell(words.pictureOf, { name }), room, build)], align: 'center' }),
  )
  const alt = tell(words.coverPictures)
  return { blocks: [{ b: 'table', widths: cells.map(() => 1), headRows: 0, rows: [cells], ruled: false, alt }], height: room.height + 34 }
}

/** A draft that says no more than the book shows; the head of the region adapts and signs it. */
function forewordBlocks(listed: readonly Listed[], region: string, { tell, language }: Build): readonly Block[] {
  const number = (value: number): string => formatNumber(value, language)
  const units = new Set(listed.map(({ unit }) => unit)).size
  const holds =
    listed.length === 0 ? [] : [para(tell(words.forewordHolds, { innovations: number(listed.length), units: number(units), region }))]
  return [muted(tell(words.forewordPlace)), ...holds, para(tell(words.forewordReads)), para(tell(words.forewordInvites))]
}

/** By unit in the order of their names, then by name; innovations of no known unit last. */
function listedOf(build: Build): readonly Listed[] {
  const { lab, innovations = [], language, tell } = build
  const units = new Map<string, Unit>(lab.units.map((unit) => [unit.id, unit]))
  const none = tell(build.words.noUnit)
  const order = new Intl.Collator(language === 'id' ? 'id' : 'en')
  return innovations
    .filter(({ archived }) => !archived)
    .map(
      (innovation): Omit<Listed, 'id'> => ({
        innovation,
        name: entryName(innovation, build),
        unit: (innovation.unit === null ? '' : (units.get(innovation.unit)?.name.trim() ?? '')) || none,
        urusan: urusanOf(innovation, build) || tell(words.notStated),
        kind: kindOf(innovation, build) || tell(words.notStated),
        stage: stageOf(innovation, build),
      }),
    )
    .sort(
      (a, b) =>
        Number(a.unit === none) - Number(b.unit === none) ||
        order.compare(a.unit, b.unit) ||
        order.compare(a.name, b.name) ||
        (a.innovation.id < b.innovation.id ? -1 : 1),
    )
    .map((one, at) => ({ ...one, id: anchor('inovasi', String(at + 1)) }))
}

/** Each innovation on a new page; the first of a unit below the unit's own heading. */
function entriesOf(listed: readonly Listed[], build: Build): readonly Block[] {
  let unit: string | undefined
  let units = 0
  return listed.flatMap((one): readonly Block[] => {
    const begins = one.unit !== unit
    unit = one.unit
    if (begins) units += 1
    return [
      ...(begins ? [{ b: 'heading', level: 1, text: one.unit, id: anchor('unit', String(units)), pageBreakBefore: true } as const] : []),
      { b: 'heading', level: 2, text: one.name, id: one.id, ...(begins ? {} : { pageBreakBefore: true }) },
      ...entryBlocks(one.innovation, build),
    ]
  })
}

function indexesOf(listed: readonly Listed[], build: Build): readonly Block[] {
  const { tell, language } = build
  if (listed.length === 0) return []
  const order = new Intl.Collator(language === 'id' ? 'id' : 'en')
  const grouped = (of: (one: Listed) => string) => {
    const groups = new Map<string, Listed[]>()
    for (const one of listed) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
    return [...groups]
      .sort(([a], [b]) => order.compare(a, b))
      .map(([label, all]) => ({
        label,
        entries: [...all].sort((a, b) => order.compare(a.name, b.name)).map(({ name, id }) => ({ text: name, id })),
      }))
  }
  const letter = ({ name }: Listed): string => {
    const first = name.trim().at(0)?.toUpperCase() ?? ''
    return /\p{L}/u.test(first) ? first : tell(words.otherLetters)
  }
  const index = (title: string, id: string, columns: 2 | 3, of: (one: Listed) => string): readonly Block[] => [
    { b: 'heading', level: 2, text: title, id },
    { b: 'index', columns, groups: grouped(of) },
  ]
  return [
    { b: 'heading', level: 1, text: tell(words.indexes), id: 'indeks', pageBreakBefore: true },
    ...index(tell(words.indexByName), 'indeks-nama', 2, letter),
    ...index(tell(words.indexByUnit), 'indeks-unit', 2, ({ unit }) => unit),
    ...index(tell(words.indexByUrusan), 'indeks-urusan', 2, ({ urusan }) => urusan),
    ...index(tell(words.indexByKind), 'indeks-jenis', 2, ({ kind }) => kind),
  ]
}
