import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { CanvasDef, CanvasKind } from '#shared/model/pack.ts'
import { allCanvases, allDocuments, allForms, canvasOf, documentOf, formOf, methodOf } from '#shared/rules/packs.ts'

const folder = new URL('../../../templates/packs', import.meta.url).pathname
const { packs, refused } = await loadPacks(folder)

function canvas<K extends CanvasKind>(id: string, kind: K): Extract<CanvasDef, { kind: K }> {
  const def = canvasOf(packs, id)
  if (def?.kind !== kind) throw new Error(`${id} is not a ${kind}`)
  return def as Extract<CanvasDef, { kind: K }> // its kind was compared the line before
}
const method = (id: string) => {
  const found = methodOf(packs, id)
  if (!found) throw new Error(`no method ${id}`)
  return found
}

type Both = { readonly path: string; readonly id: string; readonly en: string }
function* bothTexts(value: unknown, path = ''): Generator<Both> {
  if (typeof value !== 'object' || value === null) return
  const { id, en } = value as { id?: unknown; en?: unknown } // looked at below, never trusted
  if (typeof id === 'string' && typeof en === 'string') yield { path, id, en }
  else for (const [key, inner] of Object.entries(value)) yield* bothTexts(inner, `${path}/${key}`)
}
const texts = packs.flatMap((pack) => [...bothTexts(pack, pack.head.id)])

describe('the shipped packs', () => {
  it('all load, nothing refused', () => {
    expect(refused).toEqual([])
    expect(packs.map((pack) => pack.head.id)).toEqual(['kanvas-dasar', 'kipp-2022', 'lan-5d', 'lan-6d'])
  })

  it('hold the five canvases, the proposal form and the three documents', () => {
    expect(allCanvases(packs).map((def) => def.id)).toEqual(['form-ide', 'kartu-ide', 'pengaruh-kepentingan', 'pohon-masalah', 'usg'])
    expect(allForms(packs).map((def) => def.id)).toEqual(['kipp-tujuh-bagian'])
    expect(allDocuments(packs).map((def) => def.id).sort()).toEqual(['form-ide', 'proposal-kipp', 'rekap-ide'])
  })

  it('call verified only what was read in a publication of the issuer', () => {
    const things = packs.flatMap((pack) => [pack.head, ...pack.canvases, ...pack.forms, ...pack.documents])
    expect(things.filter((thing) => thing.status === 'verified').map((thing) => thing.id)).toEqual(['form-ide'])
    expect(canvas('form-ide', 'form').status).toBe('verified')
    const verifiedGates = method('lan-6d').stages.filter((stage) => stage.gate.status === 'verified')
    expect(verifiedGates.map((stage) => stage.key)).toEqual(['diagnose', 'design'])
    for (const thing of things.filter((one) => one.status === 'unverified')) expect(JSON.stringify(thing.source)).toMatch(/belum|usulan|catatan sumber/i)
  })
})

describe('texts', () => {
  /** Names of the field that are the same in both languages. */
  const proper = ['Drum Up', 'Diagnose', 'Design', 'Deliver', 'Display', 'Promoters', 'Defenders', 'Latents', 'Apathetics', 'Festival', 'Seminar']

  it('are translated, except for listed names', () => {
    expect(texts.length).toBeGreaterThan(250)
    const same = texts.filter(({ id, en }) => id === en).map(({ id }) => id)
    expect(same.filter((text) => !proper.includes(text))).toEqual([])
    expect(proper.filter((text) => !same.includes(text))).toEqual([])
  })

  it('have not slipped into the other language', () => {
    const swapped = texts.filter(({ id, en }) => /\b(the|and|with|which|from)\b/.test(id) || /\b(yang|dan|dengan|untuk|dari)\b/.test(en))
    expect(swapped.map(({ path }) => path)).toEqual([])
  })

  it('keep the voice: no exclamation marks, no kamu, no stray spaces, no notes to ourselves', () => {
    const odd = texts.flatMap(({ path, id, en }) => [id, en].filter((text) => text !== text.trim() || /!|\bkamu\b|  |TODO|lorem|\bS\d+\b|\[[A-D]\]/i.test(text)).map((text) => `${path}: ${text}`))
    expect(odd).toEqual([])
  })

  it('name their sources in words', async () => {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.yaml')) continue
      const yaml = await readFile(join(folder, file), 'utf8')
      expect(yaml, file).not.toMatch(/\bS\d{1,2}\b(?! \d)|\[[A-D]\]|https?:/)
    }
  })
})

describe('the 6D method', () => {
  const { stages, mode } = method('lan-6d')

  it('has the six stations in order, with their names and co- labels', () => {
    expect(mode).toBe('6D')
    expect(stages.map((stage) => `${stage.key} ${stage.label.id} ${stage.co ?? '–'} ${stage.group}`)).toEqual([
      'drum_up Drum Up Co-Responsibility mindset',
      'diagnose Diagnose Co-Thinking technocratic',
      'design Design Co-Creating technocratic',
      'deliver Deliver Co-Implementing actualization',
      'display Display Co-Accountability & benefitting actualization',
      'documentation Dokumentasi – throughout',
    ])
  })

  it('asks for the approval of the leader twice and only there', () => {
    expect(stages.map((stage) => `${stage.gate.kind} → ${stage.gate.opens}`)).toEqual([
      'checklist → diagnose',
      'approval → design',
      'approval → deliver',
      'checklist → display',
      'checklist → documentation',
      'checklist → undefined',
    ])
  })

  it('gives every stage a purpose, an output, methods, an agenda, expected outputs and a checklist', () => {
    for (const stage of stages) {
      expect(stage.purpose.id.length, stage.key).toBeGreaterThan(40)
      expect(stage.methods.length, stage.key).toBeGreaterThan(1)
      expect(stage.expected.length, stage.key).toBeGreaterThan(3)
      expect(stage.gate.items.length, stage.key).toBeGreaterThan(1)
      expect(stage.source, stage.key).not.toBe('')
    }
  })

  it('plans the minutes of the field reference', () => {
    const plan = (key: string) =>
      stages.find((stage) => stage.key === key)?.agenda.map((block) => (block.per === 'session' ? block.minutes : `${block.minutes}/${block.per}`))
    expect(plan('drum_up')).toEqual([45, 45, 30, 20, 45, 45, 30, 30, 20])
    expect(plan('diagnose')).toEqual([30, 60, 30, 45, 90, 60, 60, 30, 90, '20/unit', '3/innovation'])
    expect(plan('design')?.slice(0, 5)).toEqual([60, 45, 120, 60, 30])
    expect(plan('deliver')).toEqual(expect.arrayContaining(['3/innovation', '20/unit']))
    const days = (key: string) => Math.max(...(stages.find((stage) => stage.key === key)?.agenda.map((block) => block.day) ?? []))
    expect([days('drum_up'), days('diagnose'), days('design')]).toEqual([1, 2, 2])
  })

  it('gives every block two to four sentences to say, in both languages', () => {
    const sentences = (text: string) => text.split(/(?<=[.?])\s+/).length
    for (const block of stages.flatMap((stage) => stage.agenda)) {
      for (const text of [block.script.id, block.script.en]) {
        expect(sentences(text), block.key).toBeGreaterThanOrEqual(2)
        expect(sentences(text), block.key).toBeLessThanOrEqual(4)
        expect(text.length, block.key).toBeGreaterThan(150)
      }
    }
  })

  it('opens a canvas in the agenda for each canvas of the stage', () => {
    for (const stage of stages) {
      const opened = stage.agenda.flatMap((block) => block.canvas ?? [])
      expect(stage.canvases.filter((id) => !opened.includes(id)), stage.key).toEqual([])
      for (const id of stage.canvases) expect(canvasOf(packs, id)?.stage).toBe(stage.key)
    }
    expect(stages.flatMap((stage) => stage.canvases).sort()).toEqual(allCanvases(packs).map((def) => def.id).sort())
  })
})

describe('the 5D method', () => {
  it('has five stages, and its last gate opens nothing', () => {
    const { stages, mode } = method('lan-5d')
    expect(mode).toBe('5D')
    expect(stages.map((stage) => stage.key)).toEqual(['drum_up', 'diagnose', 'design', 'deliver', 'display'])
    expect(stages[4]?.gate).not.toHaveProperty('opens')
    expect(stages[2]?.gate.kind).toBe('approval')
  })

  it('never speaks of six stages or of Documentation', () => {
    expect(JSON.stringify(method('lan-5d'))).not.toMatch(/enam tahap|six stages|documentation|dokumentasi|6D/i)
  })
})

describe('the five canvases', () => {
  it('kartu-ide has the three zones and five votes', () => {
    const def = canvas('kartu-ide', 'board')
    expect(def.zones.map((zone) => zone.key)).toEqual(['ide_baru', 'replikasi', 'pengembangan'])
    expect(new Set(def.zones.map((zone) => zone.color)).size).toBe(3)
    expect(def.votes?.quota).toBe(5)
  })

  it('pohon-masalah can be drawn as a tree and as a fishbone', () => {
    expect(canvas('pohon-masalah', 'tree').layouts).toEqual(['tree', 'fishbone'])
  })

  it('usg adds three scores and breaks ties by U, S, G', () => {
    const def = canvas('usg', 'grid')
    expect(def.columns.map((column) => column.key)).toEqual(['text', 'u', 's', 'g', 'total', 'rank'])
    for (const column of def.columns.filter((one) => one.type === 'score')) {
      expect([column.min, column.max]).toEqual([1, 5])
      expect(column.anchors.map((anchor) => anchor.score)).toEqual([1, 2, 3, 4, 5])
    }
    expect(def.columns[4]?.formula).toEqual({ op: 'sum', of: ['u', 's', 'g'] })
    expect(def.columns[5]?.formula).toEqual({ op: 'rank', by: 'total', tie: ['u', 's', 'g'], lowestFirst: false })
    expect(def.tieRule?.id).toMatch(/U.*S.*G/)
  })

  it('pengaruh-kepentingan puts those with high interest and little influence among the defenders', () => {
    const def = canvas('pengaruh-kepentingan', 'matrix')
    expect([def.x.key, def.y.key]).toEqual(['kepentingan', 'pengaruh'])
    for (const axis of [def.x, def.y]) expect([axis.min, axis.max, axis.threshold]).toEqual([1, 5, 3])
    const { high_high, low_high, high_low, low_low } = def.quadrants ?? {}
    expect([high_high, low_high, high_low, low_low].map((one) => one?.key)).toEqual(['promoters', 'defenders', 'latents', 'apathetics'])
    expect(def.columns.map((column) => [column.key, column.options?.map((option) => option.key) ?? []])).toEqual([
      ['side', ['internal', 'eksternal']],
      ['attitude', ['mendukung', 'netral', 'menolak']],
      ['strategy', []],
      ['pic', []],
    ])
  })

  it('form-ide has the ten entries of the national form with their widths, and is reviewed', () => {
    const def = canvas('form-ide', 'form')
    expect(def.review).toBe(true)
    expect(def.fields.filter((field) => field.head).map((field) => field.key)).toEqual(['contact', 'phone', 'email'])
    expect(def.fields.filter((field) => !field.head && field.key !== 'usulan').map((field) => `${field.key} ${field.width}`)).toEqual([
      'latar_belakang full',
      'ide_inovasi full',
      'tujuan half',
      'target_perubahan half',
      'stakeholder quarter',
      'sumber_daya quarter',
      'penerima_manfaat quarter',
      'kebaruan quarter',
      'deskripsi_singkat full',
      'keterangan full',
    ])
    expect(def.fields.find((field) => field.key === 'usulan')?.options?.map((option) => option.key)).toEqual(['ide_baru', 'replikasi', 'pengembangan'])
  })
})

describe('the KIPP form of seven sections', () => {
  const form = formOf(packs, 'kipp-tujuh-bagian')
  const sections = form?.sections ?? []

  it('has the limits and weights of the field reference: 2,800 words, 100 per cent', () => {
    expect(sections.map((section) => `${section.key} ${section.maxWords} ${section.weight}`)).toEqual([
      'ringkasan 200 5',
      'ide_inovatif 600 20',
      'signifikansi 600 25',
      'kontribusi_tpb 200 5',
      'adaptabilitas 400 20',
      'keberlanjutan 600 20',
      'kolaborasi 200 5',
    ])
    expect(sections.reduce((sum, section) => sum + (section.maxWords ?? 0), 0)).toBe(2800)
    expect(sections.reduce((sum, section) => sum + (section.weight ?? 0), 0)).toBe(100)
    expect(form?.ageYears).toBe(2)
  })

  it('guides every section with questions and draws on the canvases, all five of them together', () => {
    for (const section of sections) {
      expect(section.guidance.length, section.key).toBeGreaterThan(1)
      expect(section.draws.length, section.key).toBeGreaterThan(0)
    }
    const drawn = new Set(sections.flatMap((section) => section.draws.map((pick) => pick.canvas)))
    expect([...drawn].sort()).toEqual(allCanvases(packs).map((def) => def.id).sort())
  })

  it('draws nothing from the same place twice in one section', () => {
    for (const section of sections) expect(new Set(section.draws.map((pick) => JSON.stringify(pick))).size).toBe(section.draws.length)
  })

  it('asks for the header of the competition, with the seventeen goals', () => {
    const keys = form?.header.map((field) => field.key) ?? []
    expect(keys).toEqual(expect.arrayContaining(['judul', 'tanggal_mulai', 'kelompok', 'kategori', 'tpb', 'nama_inovator', 'telepon', 'posel', 'video']))
    expect(form?.header.find((field) => field.key === 'tpb')?.options).toHaveLength(17)
  })
})

describe('the documents', () => {
  it('are laid out as a secretariat hands them in', () => {
    expect(documentOf(packs, 'proposal-kipp')).toMatchObject({
      scope: 'innovation',
      builder: 'proposal',
      of: 'kipp-tujuh-bagian',
      cover: true,
      contents: true,
      signature: ['pimpinan_unit'],
    })
    expect(documentOf(packs, 'proposal-kipp')?.annex).toHaveLength(5)
    expect(documentOf(packs, 'rekap-ide')).toMatchObject({ scope: 'lab', builder: 'idea_recap', orientation: 'landscape', signature: ['koordinator'] })
    expect(documentOf(packs, 'form-ide')).toMatchObject({ scope: 'innovation', builder: 'form', signature: ['penanggung_jawab', 'pimpinan_unit'] })
  })
})
