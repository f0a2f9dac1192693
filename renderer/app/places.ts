/** The address of every page. Use these for `href`; `go` for moving from code. */
import { navigate } from 'wouter/use-hash-location'
import type { StageKey } from '#shared/model/pack.ts'

export const places = {
  home: () => '#/',
  archive: () => '#/arsip',
  /** The catalogue of all labs. */
  catalogue: () => '#/katalog',
  catalogueEntry: (entry: string) => `#/katalog/entri/${encodeURIComponent(entry)}`,
  catalogueFigures: () => '#/katalog/angka',
  succession: () => '#/katalog/suksesi',
  /** Packages on this laptop, for a judge. */
  judging: () => '#/penilaian',
  judge: (judging: string) => `#/penilaian/${judging}`,
  settings: () => '#/setelan',
  /** The packs in force; with an id, one of them. */
  guides: (pack?: string) => `#/pedoman${pack === undefined ? '' : `/${pack}`}`,
  lab: (lab: string) => `#/lab/${lab}`,
  labSettings: (lab: string) => `#/lab/${lab}/setelan`,
  people: (lab: string) => `#/lab/${lab}/peserta`,
  stage: (lab: string, stage: StageKey) => `#/lab/${lab}/tahap/${stage}`,
  sessions: (lab: string) => `#/lab/${lab}/sesi`,
  session: (lab: string, session: string) => `#/lab/${lab}/sesi/${session}`,
  run: (lab: string, session: string) => `#/lab/${lab}/sesi/${session}/jalan`,
  projector: (lab: string) => `#/lab/${lab}/proyektor`,
  gates: (lab: string, stage?: StageKey) => `#/lab/${lab}/gerbang${stage === undefined ? '' : `/${stage}`}`,
  followups: (lab: string) => `#/lab/${lab}/tindak-lanjut`,
  coach: (lab: string) => `#/lab/${lab}/coach`,
  /** `of` is the canvas or form under review. */
  review: (lab: string, innovation: string, of: string) => `#/lab/${lab}/coach/${innovation}/${of}`,
  monitor: (lab: string) => `#/lab/${lab}/pantauan`,
  conventions: (lab: string) => `#/lab/${lab}/konvensi`,
  /** `part` is one of the tabs; absent the first. */
  convention: (lab: string, convention: string, part?: string) =>
    `#/lab/${lab}/konvensi/${convention}${part === undefined ? '' : `/${part}`}`,
  rewards: (lab: string) => `#/lab/${lab}/penghargaan`,
  index: (lab: string) => `#/lab/${lab}/indeks`,
  documents: (lab: string) => `#/lab/${lab}/dokumen`,
  innovation: (lab: string, innovation: string) => `#/lab/${lab}/inovasi/${innovation}`,
  canvas: (lab: string, innovation: string, canvas: string) => `#/lab/${lab}/inovasi/${innovation}/kanvas/${canvas}`,
  proposal: (lab: string, innovation: string, form: string) => `#/lab/${lab}/inovasi/${innovation}/proposal/${form}`,
  evidence: (lab: string, innovation: string) => `#/lab/${lab}/inovasi/${innovation}/bukti`,
  /** `set` is the id of a set of indicators. */
  maturity: (lab: string, innovation: string, set: string) => `#/lab/${lab}/inovasi/${innovation}/indeks/${set}`,
  innovationDocuments: (lab: string, innovation: string) => `#/lab/${lab}/inovasi/${innovation}/dokumen`,
} as const

export function go(place: string): void {
  window.location.hash = place
}

/**
 * To one of the two pages of documents, with this kind of document chosen: the page reads it from the entry of the history.
 * @param about what it is of, by its kind and id: `{ convention: '…' }`
 */
export const goDocument = (place: string, kind: string, about: Readonly<Record<string, string>> = {}): void =>
  navigate(place.slice(1), { state: { document: kind, about } })
