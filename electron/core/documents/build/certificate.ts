/** Certificates: one page for everybody who is named, centred within a border (domain.md 5.4). Number, stamp and signature stay blank. */
import { wrap } from '#shared/figure/metrics.ts'
import type { Entry } from '#shared/model/jury.ts'
import type { Person, Role } from '#shared/model/lab.ts'
import type { Block, Outline, PageMargins } from '#shared/model/outline.ts'
import { letterNumber } from '#shared/rules/letter-number.ts'
import { peopleText } from '#shared/text/people.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { kopLook } from '../write/kop-look.ts'
import { body, kop as kopSizes, naturalLine, type Page, pageOf, signature as signatureLook, title as titleLook } from '../write/look.ts'
import { muted } from './blocks.ts'
import { factText, filledIn, type UnitBuild } from './facts.ts'
import { kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import { winnersOf } from './judging.ts'
import { unitName } from './pieces/lab-base.ts'
import { everCame } from './pieces/lab-counts.ts'
import { listOf } from './pieces/lab-decisions.ts'
import { type Build, illustrations } from './source.ts'

/** Alike left and right, so that the middle of the text is the middle of the paper. Points. */
const margins: PageMargins = { top: 50, right: 76, bottom: 50, left: 76 }
/** Word processors reckon lines a little higher; this much stays free so that nothing goes to a second page. */
const spare = 22
/** Sizes a name is tried in; the largest that takes at most two lines is used. */
const nameSizes = [34, 30, 26, 22, 19, 16] as const
/** The dots a name is written on by hand. */
const blankName = '.'.repeat(60)
/** How the empty height is shared: above the title, above the name, above what it is for, above the signature. */
const shares = [0.12, 0.28, 0.28, 0.32] as const

const leastSpace = 3
const leastRoom = shares.length * leastSpace

type Named = {
  readonly name: string
  /** Unit, or what the name stands for; each on its line. */
  readonly below: readonly string[]
  /** As what, of people. */
  readonly role: string
  readonly winner?: Entry
}

/** The texts of the definition: the first stands above the name, the others below it. */
export function buildCertificate(build: Build): Outline {
  const { def, language } = build
  // Its lines stand as close as its page was reckoned, whatever running text has.
  const frame = { ...outlineFrame(build, def.title[language]), border: 'certificate' as const, bare: true, margins, lineSpacing: body.line }
  const found = namesOf(build)
  const pages = (found.length === 0 ? [null] : found).map((one) =>
    pageBlocks(one, one?.winner === undefined ? build : { ...build, winner: one.winner }, pageOf(frame)),
  )
  return { ...frame, cover: [], blocks: pages.flatMap((blocks, at) => (at === 0 ? blocks : [{ b: 'pageBreak' } as const, ...blocks])) }
}

/** Who gets one: of a convention its winners, of a reward its recipients, of a lab those who came, in the role of the variant. */
export function namesOf(build: Build): readonly Named[] {
  if (build.def.scope === 'convention') return won(build)
  return build.def.scope === 'reward' ? rewarded(build) : attended(build)
}

const won = ({ convention: judging }: Build): readonly Named[] =>
  (judging === undefined ? [] : winnersOf(judging)).map((winner) => {
    const { name, longName, unitName: unit, team } = winner
    return { name, below: [longName, unit, team.join(', ')].filter((text) => text.trim() !== ''), role: '', winner }
  })

function rewarded(build: Build): readonly Named[] {
  const { reward, innovations = [] } = build
  if (reward === undefined) return []
  return listOf(reward, build).given.map(({ id, name, unit }): Named => {
    const longName = reward.to === 'innovation' ? (innovations.find((one) => one.id === id)?.longName ?? '') : ''
    return { name, below: [longName, unit].filter((text) => text.trim() !== ''), role: '' }
  })
}

/** Roles by variant; who takes part has no other role. */
const variants: Readonly<Record<string, readonly Role[]>> = {
  peserta: ['inovator', 'pimpinan_opd'],
  fasilitator: ['champion', 'coach', 'moderator'],
  narasumber: ['pengampu_materi', 'kepala_daerah'],
  panitia: ['koordinator', 'sekretariat'],
  juri: ['juri', 'tim_evaluasi'],
}

function attended(build: Build): readonly Named[] {
  const { lab, variant, tell } = build
  const came = everCame(build)
  const wanted = variant === undefined ? undefined : variants[variant]
  const roleOf = ({ role }: Person): string =>
    tell(variants['peserta']?.includes(role) === true ? own.role_peserta : peopleText[`role_${role}`])
  return lab.people
    .filter(({ id, role }) => came.has(id) && (wanted === undefined || wanted.includes(role)))
    .map((person) => ({
      name: person.name,
      below: [[person.position, unitName(build, person.unit)].filter((text) => text.trim() !== '').join(', ')],
      role: roleOf(person),
    }))
}

/** How much the type is made smaller, at most, where a long name, a tall letterhead and a box for the signature leave too little room. */
const scales = [1, 0.92, 0.84, 0.76, 0.68] as const

function pageBlocks(named: Named | null, build: UnitBuild, page: Page): readonly Block[] {
  const smallest = scales.at(-1) ?? 1
  const fits = (scale: number): boolean => freeOf(partsOf(named, build, page, scale), page) >= leastRoom
  const parts = partsOf(named, build, page, scales.find(fits) ?? smallest)
  const free = freeOf(parts, page)
  const room = (share: number): readonly Block[] => [{ b: 'space', height: Math.max(leastSpace, Math.round(free * share)) }]
  return parts.flatMap((blocks, at) => [...(at === 0 ? [] : room(shares[at - 1] ?? 0)), ...blocks])
}

/** The height that is left on the page. Points. */
const freeOf = (parts: readonly (readonly Block[])[], page: Page): number =>
  page.body.height - spare - parts.flat().reduce((sum, block) => sum + heightOf(block, page), 0)

/** Letterhead, title, name, what it is for, signature. */
function partsOf(named: Named | null, build: UnitBuild, page: Page, scale: number): readonly (readonly Block[])[] {
  const { def, language, lab, date, tell, words } = build
  const heading = (def.heading ?? [{ id: def.title.id.toUpperCase(), en: def.title.en.toUpperCase() }]).map((text) =>
    filledIn(text[language], build),
  )
  const number = letterNumber(lab.naskah.numberPattern, date)
  const [above = [], ...below] = textsOf(build, scale)
  const name = named?.name.trim() ?? ''
  return [
    headOf(build),
    [titleBlock(heading, 28 * scale), ...(def.numbered ? line(tell(own.certNumber, { number }), 11) : [])],
    [
      ...above,
      ...(name === ''
        ? [...line(blankName, 16), muted(tell(own.certNobody), { align: 'center', size: 9 })]
        : line(name, nameSize(name, page) * scale, true)),
      ...(named?.below ?? []).flatMap((text) => line(text, 12 * scale)),
    ],
    [...(named === null || named.role === '' ? [] : line(tell(own.certAs, { role: named.role }), 14 * scale, true)), ...below.flat()],
    [...signed(build, page), ...sampleNote(build, tell(words.sample))],
  ]
}

const line = (text: string, size: number, bold = false, underline = false): readonly Block[] =>
  text.trim() === '' ? [] : [{ b: 'para', runs: [{ text, bold, underline }], align: 'center', size, spaceAfter: 2 }]

/** The texts of the definition, one after the other. */
const textsOf = (build: UnitBuild, scale: number): readonly (readonly Block[])[] =>
  build.def.parts.flatMap((part) => {
    if (part.part !== 'text' || (part.needs !== undefined && factText(part.needs, build) === '')) return []
    return [line(filledIn(part.text[build.language], build).replaceAll(/\s+/gu, ' '), (part.size ?? 12.5) * scale, part.bold)]
  })

/** The letterhead; that of a position nobody has filled in says at least whose it is. */
function headOf(build: Build): readonly Block[] {
  const { def, lab } = build
  const kop = kopBlocks(build)
  const title = lab.leader.title.trim()
  if (kop.length > 0 || (build.kop ?? def.kop) !== 'jabatan' || title === '') return kop
  return [{ b: 'kop', kind: 'jabatan', baris1: title.toUpperCase(), baris2: '', lines: [], logo: null }]
}

/** A single signatory stands in the middle, like all else; several, and those who sign electronically, as in any other paper. */
function signed(build: Build, page: Page): readonly Block[] {
  const [block] = signatureBlocks(build)
  const [one, ...others] = block?.b === 'signature' ? block.columns : []
  if (block?.b !== 'signature' || one === undefined || others.length > 0 || block.tte === true) return block === undefined ? [] : [block]
  const above = [block.place, one.lead ?? '', one.onBehalf ?? '', one.position.replace(/,?$/u, ',')]
  const nip = one.nip === undefined ? '' : `${build.tell(build.words.nip)} ${one.nip}`
  return [
    ...above.flatMap((text) => line(text, 11.5)),
    { b: 'space', height: page.height > 600 ? 56 : 46 },
    ...(one.name.trim() === '' ? line('.'.repeat(44), 11.5) : line(one.name, 11.5, true, true)),
    ...line(one.rank ?? '', 11),
    ...line(nip, 11),
  ]
}

/** Without a foot the sample has to say elsewhere that it is none that was given. */
const sampleNote = (build: Build, text: string): readonly Block[] =>
  illustrations(build).length === 0 ? [] : [muted(text, { align: 'center', size: 9, spaceAfter: 0 })]

const nameSize = (name: string, page: Page): number =>
  nameSizes.find((size) => wrap(name, page.body.width, size, true).length === 1) ??
  nameSizes.find((size) => wrap(name, page.body.width, size, true).length <= 2) ??
  16

/** Height in points of the few kinds of blocks a certificate is made of. */
function heightOf(block: Block, page: Page): number {
  const { width } = page.body
  const lines = (text: string, size: number, bold: boolean, room = width): number =>
    wrap(text, room, size, bold).length * size * naturalLine
  switch (block.b) {
    case 'para':
      return (
        lines(
          block.runs.map(({ text }) => text).join(''),
          block.size ?? body.size,
          block.runs.some(({ bold }) => bold),
        ) *
          body.line +
        (block.spaceAfter ?? body.after)
      )
    case 'title':
      return block.lines.reduce<number>(
        (sum, text) => sum + lines(text, block.size ?? titleLook.size, true) * titleLook.line,
        titleLook.after,
      )
    case 'space':
      return block.height
    case 'signature': {
      const column = width / Math.max(2, block.columns.length)
      const heights = block.columns.map(({ lead, onBehalf, position, name, rank, nip }) =>
        [block.place, lead, onBehalf, position, name || '.', rank, nip].reduce<number>(
          (sum, text) => sum + (text ? lines(text, body.size, false, column - 12) : 0),
          0,
        ),
      )
      const ink = block.tte === true ? 2 * signatureLook.box + 24 : signatureLook.room
      return signatureLook.before + ink + 16 + Math.max(0, ...heights)
    }
    case 'kop': {
      const look = kopLook(block, width)
      const words = [
        block.baris1 === '' ? 0 : lines(block.baris1, look.first, false, look.width),
        block.baris2 === '' ? 0 : lines(block.baris2, look.second, true, look.width),
        ...block.lines.map((text) => lines(text, kopSizes.small, false, look.width)),
      ].reduce((sum, one) => sum + one, block.lines.length > 0 ? kopSizes.beforeSmall : 0)
      const high = look.above ? look.place.height + words : Math.max(look.place.height, words)
      return high + (look.ruled ? 9 : 0) + kopSizes.after
    }
    default:
      return 0
  }
}
