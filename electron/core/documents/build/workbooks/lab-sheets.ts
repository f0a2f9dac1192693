/** Workbooks about the whole lab: ideas, LAN's columns, the catalogue and follow-ups. */
import type { Innovation } from '#shared/model/lab.ts'
import type { FormDef } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { localDay } from '#shared/rules/dates.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { columnOfField } from '#shared/rules/field-column.ts'
import { standsAt } from '#shared/rules/milestones.ts'
import { lanColumns, lanCounts, lanRow, tallyOf } from '#shared/rules/monitoring.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { regionName } from '#shared/rules/signature.ts'
import { monitorText as monitor } from '#shared/text/monitor.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import type { WorkbookSheet } from '../../write/xlsx/workbook.ts'
import { stageName, unitName, viewOf } from '../pieces/lab-base.ts'
import { approvalOf, followupState, followupsOf, ideaText, owedIn, owedText, problemText } from '../pieces/lab-decisions.ts'
import type { Build } from '../source.ts'
import { aboutSheet, date, day, number, text } from './about.ts'

const kindText = ({ kind }: Innovation, { tell, words }: Build): string => (kind === null ? '' : tell(words[`kind_${kind}`]))

export function ideasSheets(build: Build): readonly WorkbookSheet[] {
  const { tell, words } = build
  const { live } = viewOf(build)
  const rows = live.map((one, at) => {
    const last = one.rounds['form-ide']?.at(-1)
    return [
      at + 1,
      unitName(build, one.unit),
      one.name,
      one.longName,
      problemText(one, build),
      ideaText(one, 'ide_inovasi', build),
      kindText(one, build),
      ideaText(one, 'usulan', build),
      stageName(build, one.stage),
      tell(last === undefined ? words.recap_open : words[`recap_${last.kind}`]),
      day(approvalOf(one, 'diagnose')?.date ?? ''),
    ]
  })
  const columns = [
    number(tell(own.no)),
    text(tell(own.unit)),
    text(tell(own.innovation)),
    text(tell(own.longName)),
    text(tell(own.problem)),
    text(tell(own.idea)),
    text(tell(own.kind)),
    text(tell(own.proposal)),
    text(tell(own.stage)),
    text(tell(own.review)),
    date(tell(own.approvedOn)),
  ]
  return [{ name: tell(own.ideasSheet), columns, rows }, aboutSheet(build, [[tell(own.innovationsIn), live.length]])]
}

/** LAN's own columns on a sheet for each way of counting, then the innovations they were counted from. */
export function funnelSheets(build: Build): readonly WorkbookSheet[] {
  const { lab, tell } = build
  const { live, summaries, stages } = viewOf(build)
  const tally = tallyOf(summaries, stages)
  const columns = [
    text(tell(monitor.province)),
    text(tell(monitor.region)),
    number(tell(monitor.jilid)),
    ...lanColumns.map((column) => number(tell(monitor[`lan_${column}`]))),
    number(tell(monitor.total)),
  ]
  const place = [
    lab.province || (lab.regionKind === 'provinsi' ? lab.region : ''),
    lab.regionKind === 'provinsi' ? '' : lab.region,
    lab.jilid,
  ]
  const sheets = lanCounts.map((way) => ({
    name: tell(way === 'reached' ? monitor.countReached : monitor.countHere),
    columns,
    rows: [[...place, ...lanRow(tally, way), tally.total]],
  }))
  const yes = (value: boolean): string => tell(value ? own.yes : own.notYet)
  const rows = summaries.map((one, at) => {
    const stands = standsAt(one)
    return [
      at + 1,
      one.name,
      unitName(build, one.unit),
      stageName(build, one.stage),
      stands === 'documentation' ? stageName(build, 'documentation') : tell(monitor[`lan_${stands}`]),
      yes(one.launched),
      yes(one.monitored),
      day(live[at]?.startedOn ?? ''),
    ]
  })
  const list = [
    number(tell(own.no)),
    text(tell(own.innovation)),
    text(tell(own.unit)),
    text(tell(own.stage)),
    text(tell(own.standsAt)),
    text(tell(own.launched)),
    text(tell(own.monitored)),
    date(tell(own.startedOn)),
  ]
  return [
    ...sheets,
    { name: tell(own.innovations), columns: list, rows },
    aboutSheet(build, [
      [tell(monitor.countReached), tell(monitor.ruleReached)],
      [tell(monitor.countHere), tell(monitor.ruleHere)],
      [tell(own.note), tell(monitor.ruleOurs)],
    ]),
  ]
}

/** Id of the basic pack: LAN's directory record (domain.md 1.6.5). */
const profileForm = 'profil-direktori'
const catalogueFields = [
  'penggagas',
  'inovator',
  'deskripsi',
  'nama_instansi',
  'unit_instansi',
  'kld',
  'tahun_inisiasi',
  'tahun_implementasi',
  'sdgs',
  'faktor_pendorong',
  'faktor_penghambat',
  'tahapan_proses',
  'output',
  'outcome',
  'manfaat',
  'prasyarat_replikasi',
  'kontak',
  'sumber',
  'provinsi',
  'kabupaten_kota',
] as const

/** INOLAND's fields; what the profile leaves open is taken from the innovation and the lab where they know it. */
export function catalogueSheets(build: Build): readonly WorkbookSheet[] {
  const { lab, packs, language, tell, words } = build
  const found = canvasOf(packs, profileForm)
  const form = found?.kind === 'form' ? found : undefined
  const known = (one: Innovation): Partial<Readonly<Record<(typeof catalogueFields)[number], string>>> => ({
    deskripsi: one.summary,
    inovator: one.members
      .map(({ name }) => name.trim())
      .filter((name) => name !== '')
      .join('; '),
    nama_instansi: regionName(lab, language),
    unit_instansi: unitName(build, one.unit),
    kld: regionName(lab, language),
    tahun_implementasi: one.startedOn.slice(0, 4),
    provinsi: lab.regionKind === 'provinsi' ? lab.region : lab.province,
    kabupaten_kota: lab.regionKind === 'provinsi' ? '' : lab.region,
  })
  const rows = viewOf(build).live.map((one, at) => {
    const fallback = known(one)
    return [
      at + 1,
      one.name,
      one.longName,
      ...catalogueFields.map((key) => yearOr(key, answer(one, form, key, build) || (fallback[key] ?? ''))),
      one.urusan,
      kindText(one, build),
      one.form === null ? '' : tell(words[`form_${one.form}`]),
      one.digital === null ? '' : tell(one.digital ? words.digital : words.nonDigital),
      stageName(build, one.stage),
    ]
  })
  const columns = [
    number(tell(own.no)),
    text(tell(own.innovation)),
    text(tell(own.longName)),
    ...catalogueFields.map((key) => (key.startsWith('tahun_') ? number : text)(tell(own[`cat_${key}`]))),
    text(tell(own.urusan)),
    text(tell(own.kind)),
    text(tell(own.form)),
    text(tell(own.digitalKind)),
    text(tell(own.stage)),
  ]
  return [{ name: tell(own.catalogueSheet), columns, rows }, aboutSheet(build)]
}

/** A year is a number to sort by; anything else stays as it was written. */
const yearOr = (key: string, written: string): string | number | null =>
  key.startsWith('tahun_') && /^\d{4}$/u.test(written.trim()) ? Number(written.trim()) : written

function answer({ canvases }: Innovation, form: FormDef | undefined, key: string, { language }: Build): string {
  const field = form === undefined ? undefined : answerFields(form).find((one) => one.key === key)
  return form === undefined || field === undefined
    ? ''
    : showCell(columnOfField(field), canvases[form.id]?.fields[key] ?? null, language).trim()
}

export function followupSheets(build: Build): readonly WorkbookSheet[] {
  const { lab, log, tell, innovations = [] } = build
  const titles = new Map<string, string>((log?.sessions ?? []).map(({ id, title }) => [id, title]))
  const names = new Map<string, string>(innovations.map(({ id, name }) => [id, name]))
  const notes = followupsOf(log?.notes ?? [])
  const rows = notes.map((note, at) => [
    at + 1,
    note.text,
    note.who,
    unitName(build, note.unit),
    names.get(note.innovation ?? '') ?? '',
    day(note.due),
    day(localDay(note.doneAt, lab.timeZone)),
    followupState(note, build),
    titles.get(note.session ?? '') ?? '',
  ])
  const columns = [
    number(tell(own.no)),
    text(tell(own.followup)),
    text(tell(own.who)),
    text(tell(own.unit)),
    text(tell(own.innovation)),
    date(tell(own.due)),
    date(tell(own.canvasDone)),
    text(tell(own.state)),
    text(tell(own.session)),
  ]
  const owed = owedIn(build).map((one, at) => [at + 1, unitName(build, one.unit), owedText(one, build), day(one.due), one.daysLate])
  const owedColumns = [
    number(tell(own.no)),
    text(tell(own.unit)),
    text(tell(own.owedWhat)),
    date(tell(own.due)),
    number(tell(own.daysLate)),
  ]
  return [{ name: tell(own.followups), columns, rows }, { name: tell(own.owedSheet), columns: owedColumns, rows: owed }, aboutSheet(build)]
}
