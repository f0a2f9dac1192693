/** What the lab found wrong with a part, said at the very field, and the way from the list to it. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { RefusedPack } from '#shared/api/contract.ts'
import { useLanguage, useText } from '../../app/text.ts'
import css from './guides.module.css'

type Marks = {
  readonly findings: readonly RefusedPack[]
  readonly touched: (path: string) => void
  /** Place the person asked to be led to; a new object for every wish. */
  readonly wanted: { readonly path: string } | null
}
const nothing: Marks = { findings: [], touched: () => {}, wanted: null }
const MarksContext = createContext<Marks>(nothing)
const PathContext = createContext('')

export const Marked = ({ marks, children }: { readonly marks: Marks; readonly children: ReactNode }) => (
  <MarksContext value={marks}>{children}</MarksContext>
)

const joined = (path: string, step: string): string => (path === '' || step.startsWith('[') ? path + step : `${path}.${step}`)

/** Everything inside lies one step further in: `sections`, `[2]`. */
export function Inside({ step, children }: { readonly step: string; readonly children: ReactNode }) {
  return <PathContext value={joined(useContext(PathContext), step)}>{children}</PathContext>
}

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`)

export type Mark = {
  readonly path: string
  /** What is wrong at the place or inside of it, in the language of the app; with `end`, only at places that end so. */
  readonly error: (end?: string) => string | undefined
  /** Forgets what was said of it; with `end`, of that one place within. */
  readonly touched: (end?: string) => void
}

/** @param step from the place one is in: `title` */
export function useMark(step: string): Mark {
  const marks = useContext(MarksContext)
  const path = joined(useContext(PathContext), step)
  const language = useLanguage()
  const t = useText()
  return useMemo(
    () => ({
      path,
      error: (end) => {
        const found = marks.findings.filter((one) => within(one.path, path) && (end === undefined || one.path.endsWith(end)))
        const said = found.map((one) => {
          const line = /\[(\d+)\]/.exec(one.path.slice(path.length))?.[1]
          const reason = language === 'en' ? one.reasonEn : one.reason
          return line === undefined ? reason : t('guides.atLine', { n: Number(line) + 1, reason })
        })
        return said.length === 0 ? undefined : [...new Set(said)].join(' ')
      },
      touched: (end = '') => marks.touched(path + end),
    }),
    [marks, path, language, t],
  )
}

/** Of a list: which entries something is wrong with, and the one to be led to. */
export function useListMarks(step: string): {
  readonly wrong: (at: number) => boolean
  readonly wanted: number | null
  readonly wish: unknown
} {
  const { findings, wanted } = useContext(MarksContext)
  const path = joined(useContext(PathContext), step)
  const at = wanted === null || !wanted.path.startsWith(`${path}[`) ? null : Number.parseInt(wanted.path.slice(path.length + 1), 10)
  return { wrong: (n) => findings.some((one) => within(one.path, `${path}[${n}]`)), wanted: at, wish: wanted }
}

/** The field at a place, or the one around it: lines of a list, and both languages, are one field each. */
export function fieldAt(root: ParentNode, path: string): HTMLElement | null {
  const language = path.endsWith('.en') ? 'en' : 'id'
  for (let place = path; /[.\]]/.test(place) || place === path; place = place.replace(/(\.[^.[]*|\[\d+\])$/, '')) {
    for (const one of [place, `${place}.${language}`]) {
      const found = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(one)}"]`)
      if (found !== null) return found
    }
    if (!/(\.[^.[]*|\[\d+\])$/.test(place)) return null
  }
  return null
}

const lists = {
  sections: 'section',
  header: 'field',
  statements: 'statement',
  signature: 'signer',
  parts: 'documentPart',
  indicators: 'indicatorAt',
} as const
const fields = {
  title: 'sectionTitle',
  short: 'short',
  prompt: 'prompt',
  guidance: 'guidance',
  subheads: 'subheads',
  minWords: 'minWords',
  maxWords: 'maxWords',
  weight: 'weight',
  attachments: 'attachments',
  label: 'fieldLabel',
  options: 'options',
  hint: 'hint',
  levels: 'levels',
  bases: 'bases',
  evidence: 'evidence',
  index: 'index',
  closing: 'closing',
  ageField: 'age',
  ageYears: 'age',
  source: 'source',
  issuer: 'issuer',
  locality: 'locality',
  year: 'year',
  purpose: 'purpose',
  lead: 'signerLead',
  text: 'part_text',
  subject: 'subject',
  to: 'to',
  draws: 'drawsAt',
} as const
const isOf = <T extends object>(map: T, name: string): name is Extract<keyof T, string> => Object.hasOwn(map, name)

/** `sections[2].title.en` in words: `Bagian 3, Judul (Inggris)`. What has no word of its own is left as it stands in the file. */
export function usePlaceWords(): (path: string) => string {
  const t = useText()
  return (path) => {
    const [first = '', at, ...rest] = path.split(/[.[\]]+/).filter((step) => step !== '')
    if (path === 'window.from') return t('guides.windowFrom')
    if (path === 'window.until') return t('guides.windowUntil')
    const words: string[] = []
    const inList = isOf(lists, first)
    if (inList) words.push(at === undefined ? t(`guides.list_${first}`) : t(`guides.${lists[first]}`, { n: Number(at) + 1 }))
    for (const step of inList ? rest : [first, at ?? '', ...rest]) {
      if (isOf(fields, step)) words.push(t(`guides.${fields[step]}`))
    }
    if (words.length === 0) return path
    const language = /\.(id|en)$/.exec(path)?.[1]
    const tongue = language === undefined ? '' : ` (${t(language === 'en' ? 'guides.english' : 'guides.indonesian')})`
    return words.join(', ') + tongue
  }
}

type ListProps = {
  readonly findings: readonly RefusedPack[]
  readonly lead?: (path: string) => void
  /** Places as they stand in the files, for whoever mends those. */
  readonly raw?: boolean
}

/** All that is wrong, each with the way to its field. */
export function Findings({ findings, lead, raw = false }: ListProps) {
  const language = useLanguage()
  const words = usePlaceWords()
  return (
    <ul className={css.findings}>
      {findings.map((one) => {
        const place = raw ? `${one.file} ${one.path}`.trim() : one.path === '' ? one.file : words(one.path)
        return (
          <li key={`${one.pack}/${one.file}/${one.path}/${one.reason}`}>
            {lead === undefined || one.path === '' ? (
              <b>{place}</b>
            ) : (
              <button type="button" onClick={() => lead(one.path)}>
                {place}
              </button>
            )}
            {place === '' ? '' : ': '}
            {language === 'en' ? one.reasonEn : one.reason}
          </li>
        )
      })}
    </ul>
  )
}
