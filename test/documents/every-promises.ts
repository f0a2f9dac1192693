/** What each document owes its reader: texts somebody wrote, straight from the lab, not by way of the builder. */
import type { DocumentSource } from '#core/documents/build/build.ts'
import type { Innovation, RichNode, Value } from '#shared/model/lab.ts'
import type { Note, NoteKind, Session } from '#shared/model/session.ts'
import { canvasOf, formOf } from '#shared/rules/packs.ts'

type Promised = (source: DocumentSource) => readonly string[]

const richTexts = (node: RichNode): readonly string[] => [
  ...(node.text === undefined ? [] : [node.text]),
  ...(node.content ?? []).flatMap(richTexts),
]
/** Words, not keys, dates or names of files. */
const isWritten = (value: Value | undefined): value is string => typeof value === 'string' && /\p{L} \p{L}/u.test(value)
const writtenIn = (values: Readonly<Record<string, Value>>): readonly string[] => Object.values(values).filter(isWritten)
/** Lines may become points, and what stands between them paragraphs. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim())

const innovationOf = ({ innovation }: DocumentSource): Innovation => {
  if (innovation === undefined) throw new Error('no innovation')
  return innovation
}
const sessionOf = ({ session }: DocumentSource): Session => {
  if (session === undefined) throw new Error('no session')
  return session
}

const identity: Promised = (source) => [innovationOf(source).name]
const canvas =
  (...ids: readonly string[]): Promised =>
  (source) =>
    ids.flatMap((id) => {
      const one = innovationOf(source).canvases[id]
      const def = canvasOf(source.packs, id)
      if (one === undefined || def === undefined) throw new Error(`${id} is not on the innovation`)
      return [...writtenIn(one.fields), ...one.items.flatMap(({ text, values }) => [text, ...writtenIn(values)])].flatMap(linesOf)
    })
const section =
  (form: string): Promised =>
  (source) => {
    const innovation = innovationOf(source)
    const { sections = {}, header = {} } = innovation.proposals[form] ?? {}
    if (formOf(source.packs, form) === undefined) throw new Error(`no form ${form}`)
    return [
      innovation.name,
      innovation.longName,
      ...innovation.members.map(({ name }) => name),
      ...writtenIn(header),
      ...Object.values(sections).flatMap(richTexts),
    ]
  }
const evidence =
  (set?: string): Promised =>
  (source) =>
    innovationOf(source)
      .evidence.filter(({ targets }) => set === undefined || targets.some(({ kind, of }) => kind === 'indicator' && of === set))
      .map(({ title }) => title)
const claims =
  (set: string): Promised =>
  (source) =>
    Object.values(innovationOf(source).maturity[set] ?? {}).map(({ note }) => note)

const live = ({ innovations = [] }: DocumentSource): readonly Innovation[] => innovations.filter(({ archived }) => !archived)
const innovationNames: Promised = (source) => live(source).map(({ name }) => name)
const longNames: Promised = (source) => live(source).map(({ longName }) => longName)
const units: Promised = ({ lab }) => lab.units.map(({ name }) => name)
const sessions: Promised = ({ log, stage }) => stagesOf(log?.sessions ?? [], stage).map(({ title }) => title)
const stagesOf = (all: readonly Session[], stage: string | undefined): readonly Session[] =>
  all.filter((one) => !one.template && (stage === undefined || one.stage === stage))
const ofLab =
  (promised: Promised): Promised =>
  (source) =>
    promised({ ...source, stage: undefined })

const noteWords = ({ text, who }: Note): readonly string[] => [text, who]
const notes =
  (kind: NoteKind): Promised =>
  ({ log, session }) =>
    (log?.notes ?? []).filter((note) => note.kind === kind && (session === undefined || note.session === session.id)).flatMap(noteWords)
const stageNotes: Promised = ({ log, stage }) => {
  const ids = new Set<string>(stagesOf(log?.sessions ?? [], stage).map(({ id }) => id))
  return (log?.notes ?? []).filter((note) => ids.has(note.session ?? '')).flatMap(noteWords)
}
const captions: Promised = ({ log, session }) =>
  (log?.photos ?? []).filter((photo) => session === undefined || photo.session === session.id).map(({ caption }) => caption)
const place: Promised = (source) => [sessionOf(source).title, sessionOf(source).place]
const agenda: Promised = (source) => sessionOf(source).blocks.flatMap(({ title }) => [title])
const came: Promised = ({ lab, log, session }) => {
  const all = session === undefined ? (log?.sessions ?? []) : [session]
  return lab.people.filter(({ id }) => all.some(({ attendance }) => attendance[id]?.state === 'hadir')).map(({ name }) => name)
}
const launched: Promised = (source) =>
  live(source)
    .filter((one) => one.launched)
    .map(({ name }) => name)
const claiming: Promised = (source) =>
  live(source)
    .filter(({ maturity }) => Object.keys(maturity).length > 0)
    .map(({ name }) => name)
/** The usual certificate is that of those who took part. */
const participants: Promised = (source) =>
  came({
    ...source,
    lab: { ...source.lab, people: source.lab.people.filter(({ role }) => role === 'inovator' || role === 'pimpinan_opd') },
  })
const asked: Promised = (source) => {
  const { teams } = sessionOf(source)
  const of = new Set(live(source).flatMap(({ id, unit }) => (teams.includes(id) ? [unit] : [])))
  return source.lab.units.filter(({ id }) => teams.length === 0 || of.has(id)).map(({ headPosition, head }) => head || headPosition)
}
const judging = ({ convention }: DocumentSource) => {
  if (convention === undefined) throw new Error('no convention')
  return convention
}
const judged: Promised = (source) => judging(source).convention.entries.flatMap(({ name, unitName }) => [name, unitName])
const judges: Promised = (source) => judging(source).convention.judges.map(({ name }) => name)
const given: Promised = (source) => judging(source).sheets.flatMap(({ marks }) => marks.map(({ comment }) => comment))
const reasons: Promised = (source) => judging(source).sheets.flatMap(({ acts }) => acts.map(({ reason }) => reason))
const talks: Promised = (source) => judging(source).convention.talks.map(({ note }) => note)
const remarks: Promised = (source) => judging(source).visitors.feedback.map(({ text }) => text)
const won: Promised = (source) => {
  const { convention, result } = judging(source)
  return convention.entries.filter(({ id }) => convention.state === 'selesai' && result.winners.includes(id)).map(({ name }) => name)
}
const rewarded: Promised = (source) => [source.reward?.title ?? '', ...launched(source)]
const partners: Promised = ({ log }) => (log?.partners ?? []).map(({ name }) => name)
const statement: Promised = (source) => [innovationOf(source).name]

/** By the id of the document; one that is missing here has not been thought about. */
export const promises: Readonly<Record<string, readonly Promised[]>> = {
  'proposal-lomba-contoh': [section('daerah-contoh-lomba')],
  'proposal-kipp': [section('kipp-tujuh-bagian')],
  'proposal-kipp-2023': [section('kipp-2023-terpisah')],
  'proposal-kipp-khusus': [section('kipp-khusus-2022')],
  'proposal-kipp-replikasi': [section('kipp-replikasi-2022')],
  'proposal-unpsa-2014': [section('unpsa-2014-dua-belas')],
  'profil-iid-2022': [identity, evidence('iid-2022'), claims('iid-2022')],
  'profil-iid-2026': [identity, evidence('iid-2026'), claims('iid-2026')],
  'form-ide': [identity, canvas('form-ide')],
  'rekap-ide': [innovationNames, units],
  'daftar-inovasi': [innovationNames, longNames],
  'daftar-penerima': [rewarded],
  'keputusan-penetapan': [launched],
  'laporan-akhir-lab': [units, innovationNames, ofLab(sessions), partners, notes('tindak_lanjut'), captions],
  'laporan-monev': [innovationNames],
  'laporan-tahap': [sessions, stageNotes],
  'lembar-persetujuan-pimpinan': [innovationNames],
  piagam: [launched],
  'berita-acara-penilaian': [judged, judges, reasons, talks, remarks],
  'daftar-penampilan': [judged, judges],
  'lembar-nilai': [judges, judged, given],
  'piagam-pemenang': [won],
  'rekap-nilai': [judged, judges, talks],
  'usulan-sk-pemenang': [won],
  'rekap-kematangan': [claiming],
  'rekap-tindak-lanjut': [notes('tindak_lanjut')],
  'sertifikat-peserta': [participants],
  'tabel-pemantauan-lan': [],
  'berita-acara-peluncuran': [place, notes('keputusan'), captions],
  'daftar-hadir': [place, came],
  'jadwal-sesi': [place, agenda],
  notula: [place, agenda, notes('catatan'), notes('keputusan'), notes('tindak_lanjut'), captions],
  'pernyataan-komitmen': [asked],
  'surat-tugas': [place],
  undangan: [place, agenda],
  'daftar-bukti': [identity, evidence()],
  'direktori-inovasi': [innovationNames, longNames, (source) => live(source).map(({ summary }) => summary)],
  'kartu-inovasi': [identity, canvas('kartu-inovasi')],
  'lembar-pemantauan': [identity, canvas('pemantauan-rencana-aksi')],
  'memori-alih-tugas': [identity, canvas('memori-alih-tugas')],
  'one-slide': [canvas('one-slide')],
  'panduan-replikasi': [identity, canvas('panduan-replikasi')],
  'poster-a1': [canvas('papan-display')],
  'poster-a3': [canvas('papan-display')],
  'profil-inovasi': [identity, canvas('profil-direktori')],
  'rencana-aksi': [identity, canvas('rencana-aksi')],
  'sebelum-sesudah': [identity, canvas('before-after')],
  'surat-pernyataan-identitas': [statement, (source) => innovationOf(source).members.map(({ name }) => name)],
  'surat-pernyataan-implementasi': [statement],
  'surat-pernyataan-kesediaan-replikasi': [statement],
}

/** Texts the lab holds that this print must show; empty ones say nothing. */
export const promisedBy = (id: string, source: DocumentSource): readonly string[] => [
  ...new Set((promises[id] ?? []).flatMap((promised) => promised(source)).filter((text) => text.trim() !== '')),
]
