import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { Innovation, RichNode, TrailEnd } from '#shared/model/lab.ts'
import { pack, proposalDef } from '#shared/model/pack.ts'
import { richTextPlain, wordsOf } from '#shared/rules/rich-text.ts'
import { mirrorKey } from '#shared/rules/tree.ts'

const folder = new URL('../../../../templates/samples/kota-solok', import.meta.url).pathname
const packsFolder = new URL('../../../../templates/packs', import.meta.url).pathname
const sample = await readSample(folder, { ...systemPorts, clock: () => Date.UTC(2026, 7, 14) })
const whole = sample.innovations.filter((one) => ['LANGKOK', 'SATE LOKAN'].includes(one.name))
const nodesIn = (node: RichNode): readonly RichNode[] => [node, ...(node.content ?? []).flatMap(nodesIn)]
const yamlFiles = async (kind: string): Promise<readonly unknown[]> => {
  const files = (await readdir(packsFolder, { recursive: true })).filter((name) => name.includes(`${kind}/`) && name.endsWith('.yaml'))
  return Promise.all(files.map(async (name): Promise<unknown> => parse(await readFile(join(packsFolder, name), 'utf8'))))
}
const canvasDefs = pack.shape.canvases.parse(await yamlFiles('canvases'))
const forms = (await yamlFiles('forms')).map((one) => proposalDef.parse(one))

describe('the sample lab', () => {
  it('is a second lab of Kota Solok that says in words what is illustration', () => {
    const { lab } = sample
    expect([lab.region, lab.regionKind, lab.year, lab.jilid, lab.method, lab.stage, lab.timeZone]).toEqual([
      'Solok',
      'kota',
      2026,
      2,
      'lan-6d',
      'deliver',
      'WIB',
    ])
    expect(lab.illustration).toContain('karangan')
    expect(lab.createdAt).toBe('2026-08-14T00:00:00.000Z')
  })

  it('shows the nine innovations of the source with their agencies', () => {
    const agency = new Map(sample.lab.units.map((unit) => [unit.id as string, unit.name]))
    expect(Object.fromEntries(sample.innovations.map((one) => [one.name, agency.get(one.unit ?? '')]))).toEqual({
      FASTREN: 'Badan Perencanaan Pembangunan Daerah',
      LANGKOK: 'Dinas Kependudukan dan Pencatatan Sipil',
      "SMASH CARE'S": 'Dinas Kesehatan',
      'SCANDAL TALAK': 'Bagian Organisasi Sekretariat Daerah',
      'SATE LOKAN': 'Badan Penelitian dan Pengembangan',
      'KAMPUNG BERDASI': 'Dinas Lingkungan Hidup',
      'TAPASO JARWO': 'Dinas Pertanian',
      'JAKA SUPER': 'Dinas Pangan',
      SIMESRA: 'Dinas Komunikasi dan Informatika',
    })
  })

  it('has units without an innovation and a unit that sends one person', () => {
    expect(sample.lab.units.length).toBeGreaterThanOrEqual(12)
    const busy = new Set(sample.innovations.map((one) => one.unit))
    expect(sample.lab.units.filter((unit) => !busy.has(unit.id)).length).toBeGreaterThanOrEqual(4)
    expect(sample.innovations.some((one) => one.members.length === 1)).toBe(true)
  })

  it('marks on every innovation what comes from the source and what does not', () => {
    for (const { name, illustration } of sample.innovations) expect(illustration, name).toMatch(/Dari sumber: .*Ilustrasi: /su)
  })

  it('says beside every number in a table or a caption of a proposal that it is illustration', () => {
    for (const one of whole) {
      for (const [key, section] of Object.entries(one.proposals['kipp-tujuh-bagian']?.sections ?? {})) {
        const nodes = nodesIn(section)
        const plain = richTextPlain(section) + nodes.map((node) => String(node.attrs?.caption ?? '')).join(' ')
        if (/\d+ persen|Rp\d|\d+ hari/u.test(plain)) expect(plain, `${one.name} ${key}`).toMatch(/ilustrasi/iu)
      }
    }
  })

  it('carries no telephone number that could ring, no address on the net and no NIP', async () => {
    const written = (await readdir(join(folder, 'innovations'), { recursive: true })).filter((name) => name.endsWith('.yaml'))
    const files = ['lab.yaml', ...written.map((name) => `innovations/${name}`)]
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8')
      expect(text, file).not.toMatch(
        /\S@(?!\S+\.example\b)\S|https?:(?!\/\/contoh\.example\/)|www\.|\b(?:\+62|08)\d{6,}|\b0\d{2,3}[- ]\d{5,}|\d{8} ?\d{6}/u,
      )
    }
    for (const { name, phone, email, nip } of sample.lab.people) {
      expect(phone, name).toMatch(/^(|0812-0000-00\d\d)$/)
      expect(email, name).toMatch(/^(|[a-z]+@contoh\.example)$/)
      expect(nip, name).toBe('')
    }
  })

  it('fills the columns of people and units for some and leaves them open for others', () => {
    const { people, units } = sample.lab
    for (const values of [people.map(({ phone }) => phone), people.map(({ email }) => email), units.map(({ head }) => head)]) {
      const filled = values.filter((value) => value !== '')
      expect(filled.length).toBeGreaterThan(values.length / 3)
      expect(filled.length).toBeLessThan(values.length)
      expect(new Set(filled).size).toBe(filled.length)
    }
  })

  it('names nobody as the leader; approvals are signed by office and leave the number open', () => {
    expect(sample.lab.leader).toEqual({ title: 'Wali Kota Solok', name: '' })
    const approvals = sample.innovations.flatMap((one) => Object.values(one.gates).flatMap((gate) => gate.approval ?? []))
    expect(approvals.length).toBeGreaterThan(10)
    for (const { name, position, document } of approvals)
      expect([name, position, document.endsWith('…')]).toEqual(['', 'Wali Kota Solok', true])
  })
})

describe('the two whole innovations', () => {
  it('have all five canvases, well filled, with both approvals and reviews that have a history', () => {
    for (const one of whole) {
      const size = (def: string): number => one.canvases[def]?.items.length ?? 0
      const notes = one.canvases['kartu-ide']?.items.filter((item) => item.role !== 'cluster') ?? []
      expect(notes.length, one.name).toBeGreaterThanOrEqual(14)
      expect(notes.every((note) => note.author !== '' && note.table !== '')).toBe(true)
      expect(size('pohon-masalah')).toBeGreaterThanOrEqual(10)
      expect(one.canvases['pohon-masalah']?.items.filter((item) => item.root).length).toBeGreaterThanOrEqual(2)
      expect(size('usg')).toBeGreaterThanOrEqual(6)
      expect(size('pengaruh-kepentingan')).toBeGreaterThanOrEqual(8)
      expect(Object.keys(one.canvases['form-ide']?.fields ?? {})).toHaveLength(14)
      expect([one.gates.diagnose?.approval?.date, one.gates.design?.approval?.date]).toEqual(['2026-05-05', '2026-06-11'])
      expect(Object.values(one.reviews).some((review) => review.history.length > 0)).toBe(true)
    }
  })

  it('contain a tie in USG that the rule breaks and one it cannot break', () => {
    const langkok = whole.find((one) => one.name === 'LANGKOK')?.canvases.usg?.items ?? []
    const scores = langkok.map(({ values }) => [values.u, values.s, values.g].map(Number))
    const totals = scores.map((three) => three.reduce((sum, score) => sum + score, 0))
    const tied = scores.flatMap((three, a) =>
      scores.slice(a + 1).flatMap((other, b) => (totals[a] === totals[a + 1 + b] ? [[three, other]] : [])),
    )
    expect(tied.some(([a, b]) => String(a) === String(b))).toBe(true)
    expect(tied.some(([a, b]) => String(a) !== String(b))).toBe(true)
  })

  it('fill every section of the proposal to between 80 and 100 per cent of its limit', () => {
    const form = forms.find((one) => one.id === 'kipp-tujuh-bagian')
    expect(form?.sections).toHaveLength(7)
    for (const one of whole) {
      let total = 0
      for (const { key, maxWords = 0 } of form?.sections ?? []) {
        const section = one.proposals['kipp-tujuh-bagian']?.sections[key]
        const words = section === undefined ? 0 : wordsOf(section)
        total += words
        expect(words, `${one.name} ${key} of ${maxWords}`).toBeGreaterThanOrEqual(maxWords * 0.8)
        expect(words, `${one.name} ${key} of ${maxWords}`).toBeLessThanOrEqual(maxWords)
      }
      expect(total).toBeGreaterThanOrEqual(2400)
    }
  })

  it('use headings, lists, at least two tables and two pictures with alternative text and size', () => {
    for (const one of whole) {
      const nodes = Object.values(one.proposals['kipp-tujuh-bagian']?.sections ?? {}).flatMap(nodesIn)
      const count = (type: RichNode['type']): number => nodes.filter((node) => node.type === type).length
      expect(count('heading')).toBeGreaterThan(8)
      expect(count('bulletList')).toBeGreaterThan(4)
      expect(count('table')).toBeGreaterThanOrEqual(2)
      const pictures = nodes.filter((node) => node.type === 'image')
      expect(pictures).toHaveLength(2)
      for (const { attrs } of pictures) {
        const kept = one.attachments[String(attrs?.name)]
        expect([kept?.width, kept?.height, kept?.title]).toEqual([attrs?.width, attrs?.height, attrs?.caption])
        expect(String(attrs?.alt).length).toBeGreaterThan(40)
      }
    }
  })
})

describe('what the sample refers to', () => {
  const there = (one: Innovation, end: TrailEnd): boolean => {
    if (end.place === 'item') return one.canvases[end.of]?.items.some((item) => item.id === end.key) === true
    if (end.place === 'field') return one.canvases[end.of]?.fields[end.key] !== undefined
    return one.proposals[end.of]?.sections[end.key] !== undefined
  }

  it('is there: both ends of every trail link, and the link of every source mark', () => {
    for (const one of sample.innovations) {
      const ids = one.trail.map((link) => link.id as string)
      expect(new Set(ids).size).toBe(ids.length)
      for (const link of one.trail) expect([link.id, there(one, link.from), there(one, link.to)]).toEqual([link.id, true, true])
      const marks = Object.values(one.proposals)
        .flatMap((proposal) => Object.values(proposal.sections))
        .flatMap(nodesIn)
        .flatMap((node) => node.marks ?? [])
        .filter((mark) => mark.type === 'source')
      for (const mark of marks) expect(ids).toContain(mark.attrs?.link)
    }
    for (const one of whole) {
      const steps = new Set(one.trail.map(({ from, to }) => `${from.of} ${to.of}`))
      for (const step of ['kartu-ide pohon-masalah', 'pohon-masalah usg', 'usg form-ide', 'form-ide kipp-tujuh-bagian'])
        expect(steps).toContain(step)
    }
  })

  it('exists in the shipped packs: canvases, zones, fields, columns, choices and sections', () => {
    for (const one of sample.innovations) {
      for (const canvas of Object.values(one.canvases)) {
        const def = canvasDefs.find((candidate) => candidate.id === canvas.def)
        if (def === undefined) throw new Error(`${one.name}: no canvas ${canvas.def}`)
        if (def.kind === 'board') for (const item of canvas.items) expect(def.zones.map((zone) => zone.key)).toContain(item.zone)
        if (def.kind === 'form') for (const key of Object.keys(canvas.fields)) expect(def.fields.map((field) => field.key)).toContain(key)
        const columns = def.kind === 'form' ? (def.survey?.respondent ?? []) : def.columns
        const others = def.kind === 'matrix' ? [def.x, def.y] : def.kind === 'form' && def.survey !== undefined ? def.fields : []
        for (const { id, values } of canvas.items) {
          for (const [key, value] of Object.entries(values)) {
            const range = columns.find((candidate) => candidate.key === key) ?? others.find((other) => other.key === key)
            if (def.kind === 'tree' && key === mirrorKey) continue
            expect(range, `${one.name} ${canvas.def} ${id} ${key}`).toBeDefined()
            const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range ?? {}
            if (typeof value === 'number') expect(value >= min && value <= max, `${one.name} ${canvas.def} ${id} ${key}`).toBe(true)
            const options = range !== undefined && 'options' in range ? range.options : undefined
            if (options !== undefined) for (const chosen of [value].flat()) expect(options.map((option) => option.key)).toContain(chosen)
          }
        }
      }
      for (const proposal of Object.values(one.proposals)) {
        const form = forms.find((candidate) => candidate.id === proposal.form)
        for (const key of Object.keys(proposal.sections)) expect(form?.sections.map((section) => section.key)).toContain(key)
        for (const [key, value] of Object.entries(proposal.header)) {
          const field = form?.header.find((candidate) => candidate.key === key)
          expect(field, key).toBeDefined()
          if (field?.options !== undefined)
            for (const chosen of [value].flat()) expect(field.options.map((option) => option.key)).toContain(chosen)
        }
      }
    }
  })

  it('is named by content: every file once, each picture with its drawing beside it, none above 150 kB', async () => {
    expect(sample.attachments.length).toBeGreaterThanOrEqual(4)
    expect(new Set(sample.attachments.map(({ name }) => name)).size).toBe(sample.attachments.length)
    for (const { name, bytes } of sample.attachments) {
      expect([
        `${createHash('sha256').update(bytes).digest('hex')}.png`,
        `${createHash('sha256').update(bytes).digest('hex')}.pdf`,
      ]).toContain(name)
      expect(bytes.byteLength).toBeLessThan(150_000)
    }
    const files = await readdir(join(folder, 'attachments'))
    for (const png of files.filter((name) => name.endsWith('.png'))) expect(files).toContain(png.replace('.png', '.svg'))
  })

  it('attaches evidence to indicators, bases, sections and claims that there are', async () => {
    const sets = pack.shape.indicators.parse(await yamlFiles('indicators'))
    const targets = sample.innovations.flatMap((one) =>
      one.evidence.flatMap((evidence) => evidence.targets.map((target) => ({ one, target }))),
    )
    expect(targets.length).toBeGreaterThan(10)
    for (const { one, target } of targets) {
      const said = JSON.stringify(target)
      const indicator = sets.find(({ id }) => id === target.of)?.indicators.find(({ key }) => key === target.key)
      if (target.kind === 'indicator') {
        expect(indicator, said).toBeDefined()
        expect(target.basis === '' ? [] : (indicator?.bases ?? []).map(({ key }) => key), said).toEqual(
          target.basis === '' ? [] : expect.arrayContaining([target.basis]),
        )
      }
      if (target.kind === 'section') {
        expect(
          forms.find(({ id }) => id === target.of)?.sections.map(({ key }) => key),
          said,
        ).toContain(target.key)
      }
      if (target.kind === 'claim')
        expect(
          one.canvases[target.of]?.items.map(({ id }) => id as string),
          said,
        ).toContain(target.key)
    }
    for (const one of sample.innovations) {
      for (const [set, claims] of Object.entries(one.maturity)) {
        const known = sets.find(({ id }) => id === set)?.indicators.map(({ key }) => key)
        for (const key of Object.keys(claims)) expect(known, `${one.id}: ${set}`).toContain(key)
      }
      for (const { file } of one.evidence) if (file !== '') expect(one.attachments).toHaveProperty([file])
    }
  })
})
