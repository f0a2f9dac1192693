/** The shipped canvases of Design, Deliver, Display and Documentation: what the field reference asks of each (domain.md 1.6, 1.7, 3.9, 4.7-4.13, 6.5, 6.6). */
import { describe, expect, it } from 'vitest'
import { innovationForms, innovationKinds } from '#shared/model/lab.ts'
import { type CanvasDef, type CanvasKind, stageKeys } from '#shared/model/pack.ts'
import { cellsOf, evaluateMatrix, matrixColumns } from '#shared/rules/matrix.ts'
import { allCanvases, canvasOf, methodOf } from '#shared/rules/packs.ts'
import { takable } from '#shared/rules/taking.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { canvas, columnOf, fieldOf, figure, keys, optionKeys, packs, refused, tonesAt, worked } from './shipped.ts'

const stages: Readonly<Record<string, Readonly<Record<string, CanvasKind>>>> = {
  design: {
    'kartu-inovasi': 'form',
    'pengaruh-kepentingan': 'matrix',
    helix: 'grid',
    logframe: 'grid',
    'indikator-keberhasilan': 'grid',
    'rencana-aksi': 'grid',
    raci: 'grid',
    rab: 'grid',
    risiko: 'matrix',
    'one-slide': 'form',
  },
  deliver: {
    launching: 'grid',
    'log-uji-coba': 'grid',
    'pemantauan-rencana-aksi': 'grid',
    'dampak-mikro': 'grid',
    'before-after': 'grid',
    'klaim-bukti-sumber': 'grid',
  },
  display: {
    'papan-display': 'form',
    'naskah-paparan': 'grid',
    'log-pengunjung': 'grid',
    'masukan-pengunjung': 'board',
    'survei-kesiapan-akhir': 'form',
  },
  documentation: {
    pelajaran: 'board',
    'profil-direktori': 'form',
    'panduan-replikasi': 'form',
    keberlanjutan: 'form',
    'memori-alih-tugas': 'form',
  },
}
const defs = Object.values(stages)
  .flatMap((own) => Object.keys(own))
  .flatMap((id) => canvasOf(packs, id) ?? [])

describe('the canvases from Design to Documentation', () => {
  it('all load, each of its kind and in its stage', () => {
    expect(refused).toEqual([])
    for (const [stage, own] of Object.entries(stages))
      expect(Object.fromEntries(defs.filter((def) => def.stage === stage).map((def) => [def.id, def.kind])), stage).toEqual(own)
  })

  it('stand in the method in working order, and every canvas of the pack in exactly one stage', () => {
    const method = methodOf(packs, 'lan-6d')
    for (const stage of method?.stages ?? []) {
      const own = stages[stage.key]
      if (own) expect(stage.canvases, stage.key).toEqual(Object.keys(own))
      for (const id of stage.canvases) expect(canvasOf(packs, id)?.stage, id).toBe(stage.key)
    }
    const listed = method?.stages.flatMap((stage) => stage.canvases) ?? []
    expect(new Set(listed).size).toBe(listed.length)
    expect([...listed].sort()).toEqual(
      allCanvases(packs)
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('explain themselves in two or three sentences, with an example and a sentence for documents', () => {
    for (const def of defs) {
      for (const text of [def.help.id, def.help.en]) {
        const sentences = text.split(/(?<=[.?])\s+(?=\p{Lu})/u).length
        expect([2, 3], `${def.id}: ${text}`).toContain(sentences)
        expect(text.length, def.id).toBeLessThan(400)
      }
      expect(def.example.id.length, def.id).toBeGreaterThan(70)
      expect(def.outline.lead.id, def.id).toMatch(/\.$/)
    }
  })

  it('call verified only the two that follow a publication of LAN as a whole, and say of the others what is not', () => {
    expect(defs.filter((def) => def.status === 'verified').map(({ id }) => id)).toEqual(['rencana-aksi', 'profil-direktori'])
    for (const def of defs.filter((one) => one.status === 'unverified')) expect(def.source, def.id).toMatch(/belum/)
  })

  it('have tables that fit an A4 page lying down: no column narrower than 11 mm, no months narrower than 25 mm', () => {
    const width = 257
    for (const def of defs) {
      if (def.kind !== 'grid') continue
      const sum = def.columns.reduce((total, column) => total + column.width, 0)
      for (const column of def.columns)
        expect((column.width / sum) * width, `${def.id} ${column.key}`).toBeGreaterThan(column.type === 'months' ? 25 : 11)
    }
  })

  it('offer starters only with columns, options and zones they have', () => {
    const begun = defs.filter((def) => 'starters' in def && def.starters.length > 0)
    expect(begun.map(({ id }) => id)).toEqual(['risiko', 'launching', 'dampak-mikro', 'naskah-paparan'])
    for (const def of begun) {
      if (!('starters' in def)) continue
      for (const start of def.starters)
        for (const [key, value] of Object.entries(start.values)) {
          const column = columnOf(def, key)
          if (column.type === 'choice') expect(optionKeys(column), `${def.id} ${key}`).toContain(value)
        }
    }
  })
})

describe('what is handed on', () => {
  const columnsOf = (def: CanvasDef): readonly string[] => {
    if (def.kind === 'matrix') return keys(matrixColumns(def))
    return def.kind === 'form' ? [] : ['text', ...keys(def.columns)]
  }
  const placesOf = (def: CanvasDef): readonly string[] =>
    def.kind === 'form' ? keys(def.fields) : def.kind === 'board' ? keys(def.zones) : def.kind === 'grid' ? groupsOf(def) : []
  const groupsOf = (def: Extract<CanvasDef, { kind: 'grid' }>): readonly string[] =>
    keys(def.columns.find(({ key }) => key === def.groupBy)?.options ?? [])
  const takes = defs.flatMap((def) => def.takes.map((take) => ({ def, take, source: canvasOf(packs, take.pick.canvas) })))

  it('comes from a canvas of the same or an earlier stage and lands where there is a place for it', () => {
    expect(takes.length).toBeGreaterThan(40)
    for (const { def, take, source } of takes) {
      const name = `${def.id} ← ${take.pick.canvas}`
      if (!source) throw new Error(name)
      expect(stageKeys.indexOf(source.stage), name).toBeLessThanOrEqual(stageKeys.indexOf(def.stage))
      if (def.kind === 'form' || def.kind === 'board') expect(placesOf(def), name).toContain(take.into)
      else if (def.kind === 'grid' && take.into !== undefined) expect(placesOf(def), name).toContain(take.into)
      else expect(take.into, name).toBeUndefined()
      if (take.pick.part === 'field') expect(placesOf(source), name).toContain(take.pick.field)
      if (take.pick.part === 'zone') expect(placesOf(source), name).toContain(take.pick.zone)
      for (const [here, there] of Object.entries(take.copy)) {
        expect(columnsOf(def), name).toContain(here)
        expect(columnsOf(source), name).toContain(there)
      }
    }
  })

  it('brings the action against a risk into the plan, and the obstacle of a step into the lessons, not the risk and the step themselves', () => {
    const risks = makeItems([
      { text: 'Inovator dimutasi', values: { rencana: 'Latih dua kader cadangan', pic: 'Rina' } },
      { text: 'Data usang' },
    ])
    const steps = makeItems([{ text: 'Antar obat', values: { kendala: 'Kader berhenti' } }])
    const innovation = makeInnovation({
      canvases: {
        risiko: makeCanvas({ def: 'risiko', items: risks }),
        'pemantauan-rencana-aksi': makeCanvas({ def: 'pemantauan-rencana-aksi', items: steps }),
      },
    })
    const offered = (id: string, source: string) => {
      const def = canvasOf(packs, id)
      const offers = def ? takable(def, allCanvases(packs), innovation, 'id') : []
      return offers
        .filter((offer) => offer.source.id === source)
        .flatMap(({ zone, things }) => things.map(({ text, values }) => ({ zone, text, values })))
    }
    expect(offered('rencana-aksi', 'risiko')).toEqual([
      { zone: undefined, text: 'Latih dua kader cadangan', values: { pelaksana: 'Rina' } },
    ])
    expect(offered('pelajaran', 'pemantauan-rencana-aksi')).toEqual([{ zone: 'penghambat', text: 'Kader berhenti', values: {} }])
  })

  it('never lands in a field that shows a fact of the innovation, which has another owner', () => {
    for (const { def, take } of takes)
      if (def.kind === 'form') expect(fieldOf(def, take.into ?? '').fact, `${def.id} ${take.into}`).toBeUndefined()
  })

  it('brings phase and months of the action plan into its monitoring', () => {
    const [take] = canvas('pemantauan-rencana-aksi', 'grid').takes
    expect(take).toMatchObject({ pick: { part: 'items', canvas: 'rencana-aksi' }, copy: { fase: 'fase', waktu: 'waktu' } })
    const phases = (id: string) => optionKeys(columnOf(canvas(id, 'grid'), 'fase'))
    expect(phases('pemantauan-rencana-aksi')).toEqual(phases('rencana-aksi'))
  })
})

describe('kartu-inovasi', () => {
  const def = canvas('kartu-inovasi', 'form')

  it('has the eight kinds with their meaning, and the three forms, as the innovation itself knows them', () => {
    const main = fieldOf(def, 'jenis')
    expect(optionKeys(main)).toEqual(innovationKinds)
    for (const option of main.options ?? []) expect(option.help?.id.length, option.key).toBeGreaterThan(40)
    expect(fieldOf(def, 'jenis_lain')).toMatchObject({ type: 'multi', required: false })
    expect(optionKeys(fieldOf(def, 'jenis_lain'))).toEqual(innovationKinds)
    expect(optionKeys(fieldOf(def, 'bentuk'))).toEqual(innovationForms)
    expect(def.fields.flatMap(({ fact }) => fact ?? [])).toEqual(['name', 'longName', 'summary', 'kind', 'form', 'digital', 'startedOn'])
  })

  it('has all 32 affairs and the 9 supporting functions, once as the main one and once as several', () => {
    for (const [key, type] of [
      ['urusan_utama', 'choice'],
      ['urusan_irisan', 'multi'],
    ] as const) {
      const field = fieldOf(def, key)
      expect(field.type).toBe(type)
      const counts = new Map<string, number>()
      for (const { group } of field.options ?? []) counts.set(group?.id ?? '', (counts.get(group?.id ?? '') ?? 0) + 1)
      expect([...counts]).toEqual([
        ['Wajib, pelayanan dasar', 6],
        ['Wajib, bukan pelayanan dasar', 18],
        ['Pilihan', 8],
        ['Penunjang', 9],
      ])
    }
  })

  it('shows where the letters of the name come from', () => {
    expect(fieldOf(def, 'kepanjangan').acronym).toEqual({ of: 'nama' })
    expect(fieldOf(def, 'nama').fact).toBe('name')
  })
})

describe('planning canvases of Design', () => {
  it('rencana-aksi has the columns of LAN, in three phases, with months, place and cost', () => {
    const def = canvas('rencana-aksi', 'grid')
    expect(keys(def.columns)).toEqual(['fase', 'text', 'pelaksana', 'output', 'metode', 'waktu', 'tempat', 'biaya'])
    expect(optionKeys(columnOf(def, 'fase'))).toEqual(['persiapan', 'pelaksanaan', 'monitoring'])
    expect(columnOf(def, 'waktu').type).toBe('months')
    expect(def.columns.filter((column) => !column.required).map(({ key }) => key)).toEqual(['tempat', 'biaya'])
    expect(keys(def.head)).toEqual(['contact', 'phone', 'email'])
    const result = worked(def, [
      { fase: 'pelaksanaan', biaya: 2_400_000 },
      { fase: 'persiapan', biaya: 0 },
      { fase: 'pelaksanaan', biaya: 600_000 },
    ])
    expect(result.totals.biaya).toBe(3_000_000)
    expect(result.groups.map(({ option, totals }) => [option, totals.biaya])).toEqual([
      ['persiapan', 0],
      ['pelaksanaan', 3_000_000],
      ['monitoring', null],
    ])
    expect(figure(result, 'tanpa_biaya').value).toBe(1)
  })

  it('pengaruh-kepentingan asks for the role, paints by attitude, and warns of opponents without a strategy', () => {
    const def = canvas('pengaruh-kepentingan', 'matrix')
    expect(keys(def.columns)).toEqual(['side', 'peran', 'attitude', 'strategy', 'pic'])
    expect(def.color).toBe('attitude')
    expect(columnOf(def, 'attitude').options?.map(({ key, color }) => [key, color])).toEqual([
      ['mendukung', 'pandan'],
      ['netral', 'kunyit'],
      ['menolak', 'jambu'],
    ])
    const { rows } = evaluateMatrix(def, makeItems([{ text: 'Petugas loket', values: { attitude: 'menolak' } }]))
    expect(rows[0]?.marks.strategy?.[0]?.tone).toBe('buruk')
    for (const axis of [def.x, def.y]) expect(axis.anchors.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5])
  })

  it('helix counts distinct elements against 3, 4 and 5', () => {
    const def = canvas('helix', 'grid')
    expect(optionKeys(columnOf(def, 'unsur'))).toEqual(['a', 'b', 'c', 'g', 'm', 'f'])
    expect(optionKeys(columnOf(def, 'peran'))).toEqual(['rancang', 'laksana', 'evaluasi', 'keberlanjutan'])
    const bandFor = (...elements: readonly string[]) =>
      figure(
        worked(
          def,
          elements.map((unsur) => ({ unsur })),
        ),
        'unsur_terlibat',
      )
    expect([bandFor('g', 'g', 'a').value, bandFor('g', 'g', 'a').band?.key]).toEqual([2, 'kurang'])
    expect(bandFor('g', 'a', 'c').band?.key).toBe('tiga')
    expect(bandFor('g', 'a', 'c', 'm').band?.key).toBe('empat')
    expect(bandFor('g', 'a', 'c', 'm', 'b', 'f').band?.key).toBe('lima')
    expect(figure(worked(def, [{ unsur: 'g' }, { unsur: 'g' }, { unsur: 'a' }]), 'jumlah_g').value).toBe(2)
  })

  it('raci marks an activity nobody answers for', () => {
    const result = worked(canvas('raci', 'grid'), [{ r: 'Rina', a: 'Kepala puskesmas' }, { r: 'Rina' }])
    expect([tonesAt(result, 0, 'a'), tonesAt(result, 1, 'a')]).toEqual([[], ['buruk']])
    expect(figure(result, 'tanpa_a')).toMatchObject({ value: 1, asExpected: false })
  })

  it('logframe climbs from inputs to impact', () => {
    const def = canvas('logframe', 'grid')
    expect(optionKeys(columnOf(def, 'tingkat'))).toEqual(['dampak', 'hasil', 'keluaran', 'kegiatan', 'masukan'])
    expect(keys(def.columns)).toEqual(['tingkat', 'text', 'indikator', 'satuan', 'awal', 'target', 'sumber_verifikasi', 'asumsi'])
  })

  it('rab multiplies volume by unit price and adds up by source of funds', () => {
    const result = worked(canvas('rab', 'grid'), [
      { sumber_dana: 'apbd', volume: 40, harga: 35_000 },
      { sumber_dana: 'mitra', volume: 2, harga: 150_000 },
      { sumber_dana: 'apbd', volume: 3 },
    ])
    expect(result.rows.map((row) => row.values.jumlah)).toEqual([1_400_000, 300_000, null])
    expect(['total', 'dari_apbd', 'luar_apbd'].map((key) => figure(result, key).value)).toEqual([1_700_000, 1_400_000, 300_000])
  })

  it('indikator-keberhasilan has the five columns and the unit', () => {
    expect(keys(canvas('indikator-keberhasilan', 'grid').columns)).toEqual(['text', 'satuan', 'awal', 'target', 'sumber_data', 'frekuensi'])
  })

  it('one-slide has the entries of the launching slide and is laid out as one', () => {
    const def = canvas('one-slide', 'form')
    expect(def.layout).toBe('slide')
    expect(keys(def.fields).toSorted()).toEqual(
      [
        'nama',
        'kepanjangan',
        'opd',
        'masalah',
        'solusi',
        'kebaruan',
        'manfaat',
        'tahapan',
        'target',
        'foto',
        'penanggung_jawab',
      ].toSorted(),
    )
  })
})

describe('risiko', () => {
  const def = canvas('risiko', 'matrix')
  const cells = cellsOf(def)
  const at = (kemungkinan: number, dampak: number) => cells.find(({ x, y }) => x === dampak && y === kemungkinan)

  it('ranks the 25 cells 1 to 25, each once, higher with likelihood and with impact, and not by multiplying', () => {
    expect(cells.map(({ value }) => value).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
    for (const { x, y, value } of cells) {
      for (const next of [at(y + 1, x), at(y, x + 1)]) if (next) expect(next.value).toBeGreaterThan(value ?? 99)
    }
    expect(at(1, 5)?.value).toBe(20)
    expect(at(5, 1)?.value).toBe(9)
  })

  it('names five bands', () => {
    const named = [at(1, 1), at(3, 2), at(3, 3), at(2, 4), at(4, 4), at(5, 5)].map((cell) => cell?.band?.key)
    expect(named).toEqual(['sangat_rendah', 'rendah', 'sedang', 'sedang', 'tinggi', 'sangat_tinggi'])
    expect(new Set(cells.map(({ band }) => band?.key)).size).toBe(5)
  })

  it('has six categories, six cause codes and the seven seed risks', () => {
    expect(optionKeys(columnOf(def, 'kategori'))).toEqual([
      'bencana',
      'kebijakan',
      'kecurangan',
      'kepatuhan',
      'operasional',
      'pemangku_kepentingan',
    ])
    expect(optionKeys(columnOf(def, 'sebab'))).toEqual(['mn', 'my', 'md', 'mr', 'mc', 'ex'])
    const seeds = def.starters.map(({ text }) => text.id)
    expect(seeds).toHaveLength(7)
    for (const word of ['berganti', 'dimutasi', 'Anggaran', 'Peraturan', 'enggan berpindah', 'bergantung', 'mutakhir'])
      expect(
        seeds.filter((seed) => seed.includes(word)),
        word,
      ).toHaveLength(1)
  })

  it('asks for an action where the risk is high, and reminds of deadlines', () => {
    const risks = [
      { kemungkinan: 4, dampak: 3 },
      { kemungkinan: 1, dampak: 1 },
      { rencana: 'Latih dua kader', pic: 'Rina', tenggat: '2026-06-30', status: 'berjalan' },
      { rencana: 'Latih dua kader', pic: 'Rina', tenggat: '2026-06-30', status: 'selesai' },
    ]
    const result = evaluateMatrix(def, makeItems(risks.map((values) => ({ text: 'risiko', values }))), { today: '2026-07-15' })
    expect([0, 1].map((row) => tonesAt(result, row, 'rencana'))).toEqual([['buruk'], []])
    expect([2, 3].map((row) => tonesAt(result, row, 'tenggat'))).toEqual([['buruk'], []])
  })
})

describe('survei-kesiapan-akhir', () => {
  it('asks exactly what the survey of Drum Up asks, so that the two can be compared', () => {
    const first = canvas('survei-kesiapan', 'form')
    const last = canvas('survei-kesiapan-akhir', 'form')
    expect(last.survey).toEqual(first.survey)
    expect(last.fields).toEqual(first.fields)
    expect([last.sections, last.status, last.stage]).toEqual([first.sections, 'unverified', 'display'])
    expect([last.title, last.help]).not.toEqual([first.title, first.help])
  })
})
