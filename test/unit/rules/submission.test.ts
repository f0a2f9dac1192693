import { describe, expect, it } from 'vitest'
import type { Evidence } from '#shared/model/evidence.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import type { Attachment, Innovation, RichNode, Value } from '#shared/model/lab.ts'
import { type IndicatorSet, indicatorSet, type ProposalDef, proposalDef } from '#shared/model/pack.ts'
import { parseBlocks } from '#shared/rules/rich-text.ts'
import { closingOf, countFindings, type Sibling, type SubmissionAsk, sayFinding, submissionFindings } from '#shared/rules/submission.ts'
import { ageBetween, latestStart } from '#shared/rules/submission-age.ts'
import { makeCanvas, makeInnovation, makeItems, makeLink } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: `${text} en` })

const raw = {
  kind: 'proposal',
  id: 'lomba',
  title: both('Lomba'),
  short: both('Lomba'),
  status: 'unverified',
  source: 'uji',
  ageYears: 2,
  ageField: 'mulai',
  titleField: 'judul',
  doubtfulWords: ['gila', 'mati'],
  header: [
    { key: 'judul', label: both('Judul'), type: 'line', required: true },
    { key: 'mulai', label: both('Mulai'), type: 'date', required: true },
    { key: 'tpb', label: both('TPB'), type: 'multi', required: true, options: [{ key: 'tpb_1', label: both('TPB 1') }] },
    { key: 'aplikasi', label: both('Aplikasi'), type: 'choice', options: [{ key: 'ya', label: both('Ya') }] },
  ],
  statements: [
    { key: 'implementasi', title: both('Surat Implementasi'), document: 'surat-pernyataan-implementasi' },
    { key: 'maklumat', title: both('Maklumat'), required: false },
    { key: 'spbe', title: both('SPBE'), when: { field: 'aplikasi', is: 'ya' } },
  ],
  sections: [
    { key: 'ringkasan', title: both('Ringkasan'), prompt: both('x'), maxWords: 5, weight: 10 },
    {
      key: 'ide',
      title: both('Ide'),
      prompt: both('x'),
      minWords: 3,
      weight: 60,
      draws: [{ part: 'core', canvas: 'pohon-masalah' }],
      attachments: { most: 1 },
    },
    { key: 'evaluasi', title: both('Evaluasi'), prompt: both('x'), weight: 30, attachments: { most: 1, required: true } },
  ],
}
const form: ProposalDef = proposalDef.parse(raw)

const text = (words: string): RichNode => parseBlocks([{ p: words }])
const header = { judul: 'LANGKOK: bayi pulang membawa akta', mulai: '2024-02-05', tpb: ['tpb_1'] }
const sections = {
  ringkasan: text('bayi pulang membawa akta'),
  ide: text('data yang bergerak bukan warga'),
  evaluasi: text('dinilai dua kali'),
}

type Target = readonly [kind: 'section' | 'statement' | 'indicator', key: string, level?: number, of?: string]
const evidence = (id: string, targets: readonly Target[], over: Partial<Evidence> = {}): Evidence => ({
  id: id as EvidenceId /* test id */,
  order: id,
  title: `Bukti ${id}`,
  file: `${id}.pdf`,
  link: '',
  date: '',
  note: '',
  targets: targets.map(([kind, key, level = 0, of = 'lomba']) => ({ kind, of, key, level, basis: '' })),
  state: 'belum',
  by: '',
  at: '',
  ...over,
})
const papers = [
  evidence('a', [['statement', 'implementasi']]),
  evidence('b', [['statement', 'maklumat']]),
  evidence('c', [['section', 'evaluasi']]),
  evidence('d', [['section', 'ide']]),
]

type Over = Partial<Omit<Innovation, 'id' | 'unit'>> & {
  readonly header?: Readonly<Record<string, Value>>
  readonly sections?: Readonly<Record<string, RichNode>>
}
const ready = ({ header: more = {}, sections: texts = {}, ...over }: Over = {}): Innovation =>
  makeInnovation({
    proposals: { lomba: { form: 'lomba', header: { ...header, ...more }, sections: { ...sections, ...texts } } },
    evidence: papers,
    startedOn: '2024-02-05',
    ...over,
  })
const ask: SubmissionAsk = { lab: { closings: { lomba: '2026-02-05' } }, today: '2026-01-20' }
const found = (innovation: Innovation, more: Partial<SubmissionAsk> = {}, of: ProposalDef = form) =>
  submissionFindings(of, innovation, { ...ask, ...more })
const short = (list: ReturnType<typeof found>) =>
  list.map(({ severity, kind, place }) => `${severity} ${kind} ${Object.values(place).join('/')}`)

describe('a proposal that can be handed in', () => {
  it('has no finding', () => {
    expect(found(ready())).toEqual([])
    expect(countFindings([])).toEqual({ must: 0, should: 0 })
  })

  it('names everything of one that was never opened, what must be mended first, each finding once', () => {
    const list = found(makeInnovation())
    expect(short(list)).toEqual([
      'must missing_header header/judul',
      'must missing_header header/tpb',
      'must no_start_date header/mulai',
      'must empty section/ringkasan',
      'must empty section/ide',
      'must empty section/evaluasi',
      'must statement_missing statement/implementasi',
      'must attachment_missing section/evaluasi',
      'should statement_missing statement/maklumat',
      'should no_evidence section/ide',
    ])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(countFindings(list)).toEqual({ must: 8, should: 2 })
  })

  it('is not changed by being asked twice', () => {
    const innovation = ready({ header: { tpb: [] } })
    expect(found(innovation)).toEqual(found(innovation))
  })
})

describe('the age', () => {
  const age = (mulai: string, closing: string | undefined, today = '2026-01-20') =>
    found(ready({ header: { mulai }, startedOn: mulai }), { closing, today })

  it('is counted back from the closing day, which still counts', () => {
    expect(age('2024-02-05', '2026-02-05')).toEqual([])
    expect(short(age('2024-02-06', '2026-02-05'))).toEqual(['must too_young header/mulai'])
  })

  it('is said in years and months, with the day it would have had to begin', () => {
    const [one] = age('2024-05-01', '2026-02-05')
    expect(one?.values).toMatchObject({ years: 1, months: 9, needs: 2, closing: '2026-02-05', latest: '2024-02-05' })
    expect(one && sayFinding(one, 'id')).toBe(
      'Usia inovasi 1 tahun 9 bulan pada 5 Februari 2026, padahal perlu 2 tahun. Mulai paling lambat 5 Februari 2024 agar memenuhi syarat.',
    )
  })

  it('is counted for today while nobody knows the closing day, and says so', () => {
    expect(short(age('2024-03-01', ''))).toEqual(['must too_young header/mulai', 'should no_closing closing'])
    expect(short(age('2023-03-01', ''))).toEqual(['should no_closing closing'])
  })

  it('does not take a start in the future or outside the window', () => {
    expect(short(age('2026-03-01', '2026-02-05'))).toEqual(['must start_in_future header/mulai'])
    const windowed = proposalDef.parse({ ...raw, window: { from: '2024-01-01', until: '2024-12-31' } })
    expect(found(ready(), {}, windowed)).toEqual([])
    expect(short(found(ready({ header: { mulai: '2023-12-31' }, startedOn: '2023-12-31' }), {}, windowed))).toEqual([
      'must outside_window header/mulai',
    ])
  })

  it('notices that form and innovation name different days, and that registration is over', () => {
    expect(short(found(ready({ startedOn: '2024-01-01' })))).toEqual(['should date_differs header/mulai'])
    expect(short(found(ready(), { today: '2026-02-06' }))).toEqual(['should closing_passed closing'])
  })

  it('reads the closing day of the lab before that of the form', () => {
    expect(closingOf({ id: 'lomba', closing: '2026-06-30' }, { closings: { lomba: '2026-02-05' } })).toBe('2026-02-05')
    expect(closingOf({ id: 'lomba', closing: '2026-06-30' }, { closings: {} })).toBe('2026-06-30')
    expect(closingOf({ id: 'lomba', closing: undefined }, { closings: {} })).toBe('')
  })

  it('knows leap days and days that are none', () => {
    expect(latestStart('2024-02-29', 2)).toBe('2022-02-28')
    expect(latestStart('besok', 2)).toBe('')
    expect(ageBetween('2024-01-31', '2024-02-29')).toEqual({ years: 0, months: 0 })
    expect(ageBetween('2025-01-01', '2024-01-01')).toBeNull()
  })
})

describe('sections', () => {
  it('say by how many words they are short or over', () => {
    const list = found(ready({ sections: { ringkasan: text('satu dua tiga empat lima enam tujuh'), ide: text('dua kata') } }))
    expect(list.map(({ kind, values }) => [kind, values['by']])).toEqual([
      ['long', 2],
      ['short', 1],
    ])
  })

  it('are not let through with filler or with the answer of another section', () => {
    const careless = (words: string) => short(found(ready({ sections: { ide: text(words) } })))
    expect(careless('Lorem ipsum dolor sit amet')).toEqual(['must careless section/ide'])
    expect(careless('data akan menyusul')).toEqual(['must careless section/ide'])
    expect(careless(`Sambungan sistem dapat menyusul ${'kemudian sesudah perjanjian '.repeat(6)}`)).toEqual([])
    const same = found(ready({ sections: { ide: text('Bayi pulang, membawa AKTA.') } }))
    expect(short(same)).toEqual(['must careless section/ide'])
    expect(same.map((one) => sayFinding(one, 'en'))).toEqual([
      'The section "Ide en" is the same as "Ringkasan en". Answer each question on its own.',
    ])
  })

  it('take up the remark of the coach until it is answered', () => {
    const review = (state: 'ok' | 'perlu_perbaikan') => ({
      reviews: { 'lomba/ide': { state, remark: '', by: 'Dian', at: '2026-01-01T00:00:00Z', history: [] } },
    })
    expect(short(found(ready(review('perlu_perbaikan'))))).toEqual(['must sent_back section/ide'])
    expect(found(ready(review('ok')))).toEqual([])
  })

  it('notice filled canvases nobody draws on, and that an empty section has material', () => {
    const canvases = { 'pohon-masalah': makeCanvas({ def: 'pohon-masalah', items: makeItems([{ role: 'core' }]) }) }
    expect(short(found(ready({ canvases })))).toEqual(['should trail_unused section/ide'])
    const link = makeLink({ to: { place: 'section', of: 'lomba', key: 'ide', quote: '' } })
    expect(found(ready({ canvases, trail: [link] }))).toEqual([])
    const empty = found(ready({ canvases, sections: { ide: text('') } }))
    expect(empty.map(({ message, values }) => [message, values])).toEqual([['emptyDraws', { count: 1 }]])
  })

  it('count dashes for an entry as nothing', () => {
    expect(short(found(ready({ header: { judul: ' - ' } })))).toContain('must missing_header header/judul')
  })
})

describe('papers', () => {
  const with_ = (more: readonly Evidence[], over: Over = {}) =>
    found(ready({ ...over, evidence: [...papers.filter(({ id }) => !more.some((one) => one.id === id)), ...more] }))

  it('are asked for by their conditions', () => {
    expect(short(found(ready({ header: { aplikasi: 'ya' } })))).toEqual(['must statement_missing statement/spbe'])
    expect(found(ready({ header: { aplikasi: 'tidak' } }))).toEqual([])
  })

  it('do not count without a file or when they were turned down', () => {
    const said = (over: Partial<Evidence>) => with_([evidence('a', [['statement', 'implementasi']], over)]).map(({ message }) => message)
    expect(said({ file: '' })).toEqual(['statementWithoutFile'])
    expect(said({ state: 'ditolak' })).toEqual(['statementWithoutFile'])
    expect(said({ file: '', link: 'contoh.example/surat' })).toEqual([])
    expect(found(ready({ evidence: papers.slice(1) })).map(({ message }) => message)).toEqual(['statementToPrint'])
  })

  it('are too many above the number of the section, and too heavy above 2 MB if they are PDF', () => {
    expect(short(with_([evidence('e', [['section', 'ide']])]))).toEqual(['must too_many_attachments section/ide'])
    const weigh = (bytes: number, type = 'application/pdf'): Attachment => ({
      name: 'd.pdf',
      title: 'SK',
      type,
      bytes,
      width: 0,
      height: 0,
      pages: 3,
    })
    const heavy = (attachment: Attachment) => found(ready({ attachments: { 'd.pdf': attachment } }))
    expect(heavy(weigh(2 * 1024 * 1024))).toEqual([])
    expect(heavy(weigh(9e6, 'image/jpeg'))).toEqual([])
    const [one] = heavy(weigh(2 * 1024 * 1024 + 1))
    expect(one).toMatchObject({ kind: 'attachment_heavy', place: { at: 'evidence', id: 'd' } })
    expect(one && sayFinding(one, 'id')).toBe('"Bukti d" berukuran 2,1 MB. Batas umum 2 MB; kecilkan PDF itu.')
  })

  it('of another form do not count here', () => {
    const list = found(
      ready({ evidence: papers.map((one) => ({ ...one, targets: one.targets.map((target) => ({ ...target, of: 'lain' })) })) }),
    )
    expect(short(list)).toContain('must statement_missing statement/implementasi')
  })
})

describe('the title', () => {
  const doubts = (judul: string, over: Over = {}, siblings: readonly Sibling[] = []) =>
    found(ready({ header: { judul }, ...over }), { siblings }).map(({ message, severity }) => `${severity} ${message}`)
  const other = (over: Partial<Sibling>): Sibling => ({ id: 'lain', name: 'FASTREN', longName: 'Fasilitasi Santren', ...over })

  it('may not be that of another innovation, whatever its case and signs', () => {
    expect(doubts('fasilitasi  SANTREN', {}, [other({})])).toEqual(['must titleSame'])
    expect(doubts('Judul yang lain sama sekali', {}, [other({ name: 'Langkok' })])).toEqual(['must titleSame'])
    expect(doubts('fasilitasi santren', {}, [other({ id: 'langkok' })])).toEqual([])
    expect(doubts('fasilitasi santren', {}, [other({ archived: true })])).toEqual([])
  })

  it('is doubtful when it is long, bare, shouted, or holds a doubtful word', () => {
    expect(doubts('kata '.repeat(20))).toEqual([])
    expect(doubts('kata '.repeat(21))).toEqual(['should titleLong'])
    expect(doubts('LANGKOK')).toEqual(['should titleBare'])
    expect(doubts('BAYI PULANG MEMBAWA AKTA KELAHIRAN')).toEqual(['should titleCapitals'])
    expect(doubts('Gerakan gila membaca')).toEqual(['should titleWord'])
    expect(doubts('Layanan otomatis bagi warga')).toEqual([])
  })

  it('checks that the letters of the acronym are in what it stands for', () => {
    expect(doubts(header.judul, { name: 'LANGKOK', longName: 'Lahir Pulang OK' })).toEqual([])
    expect(doubts(header.judul, { name: 'KAMPUNG BERDASI', longName: 'Bersih, Indah, Sehat dan Berseri' })).toEqual([])
    const [one] = found(ready({ name: 'LANGKOZ', longName: 'Lahir Pulang OK' }))
    expect(one).toMatchObject({ message: 'titleAcronym', place: { at: 'innovation', key: 'longName' }, values: { letters: 'K, Z' } })
    expect(doubts(header.judul, { name: 'Langkah Baru', longName: 'Lain sama sekali' })).toEqual([])
  })
})

describe('a profile with indicators', () => {
  const levels = [both('satu'), both('dua'), both('tiga')]
  const set: IndicatorSet = indicatorSet.parse({
    kind: 'indicators',
    id: 'iid',
    title: both('IID'),
    short: both('IID'),
    status: 'unverified',
    source: 'uji',
    profile: 'lomba',
    indicators: [
      { key: 'regulasi', no: 1, title: both('Regulasi'), weight: 3, mandatory: true, levels, evidence: both('SK'), accept: ['pdf'] },
      { key: 'aktor', no: 2, title: both('Aktor'), weight: 1, levels, evidence: both('SK'), accept: ['pdf'] },
    ],
  })

  it('names mandatory indicators without proof, and claims above the proof', () => {
    const maturity = { iid: { aktor: { level: 3, basis: '', note: '' } } }
    const list = found(ready({ maturity, evidence: [...papers, evidence('k', [['indicator', 'aktor', 2, 'iid']])] }), { sets: [set] })
    expect(short(list)).toEqual(['must no_evidence indicator/iid/regulasi', 'should claim_unproven indicator/iid/aktor'])
    expect(list[1]?.values).toEqual({ claimed: 3, proven: 2 })
  })

  it('asks nothing of sets that belong to another form', () => {
    expect(found(ready(), { sets: [{ ...set, profile: 'lain' }] })).toEqual([])
  })
})
