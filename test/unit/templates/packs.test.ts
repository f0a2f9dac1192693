import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allCanvases, canvasOf, documentOf, formOf, methodOf } from '#shared/rules/packs.ts'
import { picked } from '#shared/rules/picks.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { bothTexts, canvas, filled, folder, packs, refused } from './shipped.ts'

const method = (id: string) => {
  const found = methodOf(packs, id)
  if (!found) throw new Error(`no method ${id}`)
  return found
}

const texts = packs.flatMap((pack) => [...bothTexts(pack, pack.head.id)])

describe('the shipped packs', () => {
  it('all load, nothing refused', () => {
    expect(refused).toEqual([])
    const needed = ['kanvas-dasar', 'lan-5d', 'lan-6d', 'kipp-2022', 'kipp-2023', 'kipp-khusus-2022', 'unpsa-2014', 'iid-2022', 'iid-2026']
    expect(packs.map((pack) => pack.head.id)).toEqual(expect.arrayContaining([...needed, 'daerah-contoh']))
  })

  it('hold the canvases of all six stages in all five kinds', () => {
    const counts = (of: 'kind' | 'stage') => {
      const found: Record<string, number> = {}
      for (const def of allCanvases(packs)) found[def[of]] = (found[def[of]] ?? 0) + 1
      return found
    }
    expect(counts('stage')).toEqual({ drum_up: 6, diagnose: 18, design: 10, deliver: 6, display: 5, documentation: 5 })
    expect(Object.keys(counts('kind')).sort()).toEqual(['board', 'form', 'grid', 'matrix', 'tree'])
  })

  it('call verified only what was read in a publication of the issuer', () => {
    const things = packs.flatMap((pack) => [pack.head, ...pack.canvases, ...pack.forms, ...pack.indicators, ...pack.documents])
    expect(things.filter((thing) => thing.status === 'verified').map((thing) => thing.id)).toEqual([
      'form-ide',
      'profil-direktori',
      'rencana-aksi',
    ])
    expect(canvas('form-ide', 'form').status).toBe('verified')
    const verifiedGates = method('lan-6d').stages.filter((stage) => stage.gate.status === 'verified')
    expect(verifiedGates.map((stage) => stage.key)).toEqual(['diagnose', 'design'])
    for (const thing of things.filter((one) => one.status === 'unverified'))
      expect(JSON.stringify(thing.source)).toMatch(/belum|usulan|catatan sumber/i)
  })
})

describe('texts', () => {
  /** Names of the field that are the same in both languages. */
  const stages = ['Drum Up', 'Diagnose', 'Design', 'Deliver', 'Display']
  const quadrants = ['Promoters', 'Defenders', 'Latents', 'Apathetics']
  /** Labels that are one word in both languages, wherever a document uses them. */
  const alike = ['Lab', 'Jilid', 'Unit', 'Status', 'Link', 'Total', 'No.', 'NIP']
  const proper = [...stages, ...quadrants, 'Festival', 'Seminar', 'Output', 'Outcome', 'Status']

  it('are translated, except for listed names', () => {
    expect(texts.length).toBeGreaterThan(1500)
    // A text that is nothing but a value to be filled in has no language.
    const same = texts.filter(({ id, en }) => id === en && !/^(?:\{[\w.]+\}|[\s–-])+$/u.test(id)).map(({ id }) => id)
    expect(same.filter((text) => !proper.includes(text) && !alike.includes(text))).toEqual([])
    expect(proper.filter((text) => !same.includes(text))).toEqual([])
  })

  it('have not slipped into the other language', () => {
    const swapped = texts.filter(({ id, en }) => /\b(the|and|with|which|from)\b/.test(id) || /\b(yang|dan|dengan|untuk|dari)\b/.test(en))
    expect(swapped.map(({ path }) => path)).toEqual([])
  })

  it('keep the voice: no exclamation marks, no kamu, no stray spaces, no notes to ourselves', () => {
    const odd = texts.flatMap(({ path, id, en }) =>
      [id, en]
        .filter((text) => text.replace(/\n$/u, '') !== text.trim() || /!|\bkamu\b| {2}|TODO|lorem|\bS\d+\b|\[[A-D]\]/i.test(text))
        .map((text) => `${path}: ${text}`),
    )
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
      stages
        .find((stage) => stage.key === key)
        ?.agenda.map((block) => (block.per === 'session' ? block.minutes : `${block.minutes}/${block.per}`))
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

  it('opens canvases in every stage: its own, or one that an earlier stage has filled', () => {
    const order = stages.map((stage) => stage.key)
    for (const [at, stage] of stages.entries()) {
      const opened = stage.agenda.flatMap((block) => block.canvas ?? [])
      expect(opened.length, stage.key).toBeGreaterThan(1)
      for (const id of opened) expect(order.slice(0, at + 1), `${stage.key} ${id}`).toContain(canvasOf(packs, id)?.stage)
    }
    const block = (key: string) => stages.flatMap((stage) => stage.agenda).find((one) => one.key === key)?.canvas
    expect(['apkl', 'usg', 'susun_rencana_aksi', 'risiko', 'satu_slide', 'desk_pemantauan', 'alih_tugas'].map(block)).toEqual([
      'apkl',
      'usg',
      'rencana-aksi',
      'risiko',
      'one-slide',
      'pemantauan-rencana-aksi',
      'memori-alih-tugas',
    ])
  })

  it('asks at a gate only for canvases of the stage it closes', () => {
    for (const stage of stages)
      for (const { check } of stage.gate.items) if ('canvas' in check) expect(stage.canvases, stage.key).toContain(check.canvas)
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

describe('the canvases of the first version', () => {
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
    const options = (key: string) => def.columns.find((column) => column.key === key)?.options?.map((option) => option.key)
    expect(options('side')).toEqual(['internal', 'eksternal'])
    expect(options('attitude')).toEqual(['mendukung', 'netral', 'menolak'])
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
    expect(def.fields.find((field) => field.key === 'usulan')?.options?.map((option) => option.key)).toEqual([
      'ide_baru',
      'replikasi',
      'pengembangan',
    ])
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

  it('guides every section with questions, and draws on canvases that exist', () => {
    for (const section of sections) {
      expect(section.guidance.length, section.key).toBeGreaterThan(1)
      expect(section.draws.length, section.key).toBeGreaterThan(2)
      for (const { canvas: id } of section.draws) expect(canvasOf(packs, id), `${section.key} ${id}`).toBeDefined()
    }
  })

  it('draws what the field reference says each section is made of', () => {
    const drawn = (key: string) => new Set(sections.find((section) => section.key === key)?.draws.map((pick) => pick.canvas))
    expect([...drawn('ide_inovatif')]).toEqual(expect.arrayContaining(['form-ide', 'pohon-masalah', 'indikator-keberhasilan']))
    expect([...drawn('signifikansi')]).toEqual(
      expect.arrayContaining(['dampak-mikro', 'before-after', 'klaim-bukti-sumber', 'rencana-aksi']),
    )
    expect([...drawn('adaptabilitas')]).toEqual(expect.arrayContaining(['panduan-replikasi', 'masukan-pengunjung']))
    expect([...drawn('keberlanjutan')]).toEqual(expect.arrayContaining(['keberlanjutan', 'form-ide', 'rab']))
    expect([...drawn('kolaborasi')]).toEqual(expect.arrayContaining(['helix', 'pengaruh-kepentingan']))
  })

  it('finds something in every canvas it draws on once that canvas is filled', () => {
    for (const section of sections)
      for (const pick of section.draws) {
        const def = canvasOf(packs, pick.canvas)
        if (pick.part === 'top' || def === undefined) continue
        const innovation = makeInnovation({ canvases: { [def.id]: filled(def) } })
        expect(picked(def, innovation, pick), `${section.key} ${JSON.stringify(pick)}`).not.toEqual([])
      }
  })

  it('draws nothing from the same place twice in one section', () => {
    for (const section of sections) expect(new Set(section.draws.map((pick) => JSON.stringify(pick))).size).toBe(section.draws.length)
  })

  it('asks for the header of the competition, with the seventeen goals', () => {
    const keys = form?.header.map((field) => field.key) ?? []
    expect(keys).toEqual(
      expect.arrayContaining(['judul', 'tanggal_mulai', 'kelompok', 'kategori', 'tpb', 'nama_inovator', 'telepon', 'posel', 'video']),
    )
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
      signature: [{ who: 'pimpinan_unit' }],
    })
    expect(documentOf(packs, 'proposal-kipp')?.annex).toHaveLength(10)
    expect(documentOf(packs, 'rekap-ide')).toMatchObject({
      scope: 'lab',
      builder: 'idea_recap',
      orientation: 'landscape',
      signature: [{ who: 'koordinator' }],
    })
    expect(documentOf(packs, 'form-ide')).toMatchObject({
      scope: 'innovation',
      builder: 'form',
      signature: [{ who: 'penanggung_jawab' }, { who: 'pimpinan_unit' }],
    })
  })
})
