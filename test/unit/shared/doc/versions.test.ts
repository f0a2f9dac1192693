/** Keeping versions of a proposal and going back to one, on real documents that two people hold. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { putClaim, putEvidence } from '#shared/doc/evidence.ts'
import { headerMap, sectionFragment, setHeader } from '#shared/doc/innovation.ts'
import { innovationReader } from '#shared/doc/innovation-reader.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { appendRich, readRich } from '#shared/doc/rich.ts'
import { addLink } from '#shared/doc/trail.ts'
import { addVersion, keepVersion, readVersions, restoreVersion, sameContent } from '#shared/doc/versions.ts'
import type { ProposalVersion } from '#shared/model/evidence.ts'
import type { EvidenceId, InnovationId, LabId, LinkId, VersionId } from '#shared/model/ids.ts'
import type { RichNode } from '#shared/model/lab.ts'
import { parseBlocks, richTextPlain, type WrittenBlock } from '#shared/rules/rich-text.ts'

const form = 'kipp'
const written = (...blocks: readonly WrittenBlock[]): RichNode =>
  parseBlocks(blocks, { picture: () => ({ name: 'alur.png', width: 40, height: 30 }), link: () => 'link-1' })

function write(doc: Y.Doc, section: string, node: RichNode): void {
  const fragment = sectionFragment(doc, form, section)
  doc.transact(() => {
    fragment.delete(0, fragment.length)
    appendRich(fragment, node)
  }, byPerson)
}
const textOf = (doc: Y.Doc, section: string): string => richTextPlain(readRich(sectionFragment(doc, form, section)))
const wish = (id: string, label = '', at = '2026-08-01T00:00:00Z') => ({
  ...{ id: id as VersionId /* test id */, form, kind: 'saved' as const, label, by: 'Rina', at },
})
const only = (doc: Y.Doc): ProposalVersion => {
  const [version] = readVersions(doc)
  if (version === undefined) throw new Error('no version was kept')
  return version
}

/** Two documents that follow each other, until `cut`. */
function pair(first: Y.Doc): { readonly second: Y.Doc; readonly cut: () => void; readonly mend: () => void } {
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  let open = true
  first.on('update', (update: Uint8Array, origin: unknown) => open && origin !== second && Y.applyUpdate(second, update, first))
  second.on('update', (update: Uint8Array, origin: unknown) => open && origin !== first && Y.applyUpdate(first, update, second))
  return {
    second,
    cut: () => {
      open = false
    },
    mend: () => {
      open = true
      Y.applyUpdate(second, Y.encodeStateAsUpdate(first), first)
      Y.applyUpdate(first, Y.encodeStateAsUpdate(second), second)
    },
  }
}

const everything = written(
  { h: 'Latar belakang' },
  { p: 'Setiap akhir triwulan **bendahara** pulang *larut* malam.' },
  { ul: ['satu', 'dua'] },
  { quote: 'Sudah disate atau belum?' },
  { img: { file: 'a.png', alt: 'Bagan', caption: 'Alur' } },
  { table: { head: ['Aspek', 'Sebelum'], rows: [['Waktu', '21 hari']] } },
)

describe('keeping a version', () => {
  it('holds the head and the sections as they are, and is not touched by what is written later', () => {
    const doc = new Y.Doc()
    write(doc, 'ide', everything)
    setHeader(doc, form, 'judul', 'SATE LOKAN', byPerson)
    expect(keepVersion(doc, wish('v1', 'sebelum rapat'), byPerson)).toBe(true)
    write(doc, 'ide', written({ p: 'Lain sama sekali.' }))
    expect(only(doc)).toMatchObject({ label: 'sebelum rapat', header: { judul: 'SATE LOKAN' }, sections: { ide: everything } })
  })

  it('keeps nothing where the newest version says the same, unless it is given a name', () => {
    const doc = new Y.Doc()
    write(doc, 'ide', everything)
    keepVersion(doc, wish('v1'), byPerson)
    expect(keepVersion(doc, wish('v2', '', '2026-08-02T00:00:00Z'), byPerson)).toBe(false)
    expect(keepVersion(doc, wish('v3', 'untuk rapat', '2026-08-03T00:00:00Z'), byPerson)).toBe(true)
    expect(readVersions(doc).map(({ id }) => id)).toEqual(['v1', 'v3'])
  })

  it('lets go of old ones when there are too many, those that were handed in last', () => {
    const doc = new Y.Doc()
    const make = (n: number, kind: ProposalVersion['kind']): ProposalVersion => ({
      ...wish(`v${n}`, '', `2026-08-01T00:${String(n).padStart(2, '0')}:00Z`),
      ...{ kind, header: {}, sections: {} },
    })
    addVersion(doc, make(0, 'submitted'), byPerson)
    for (let n = 1; n <= 25; n += 1) addVersion(doc, make(n, 'saved'), byPerson)
    const kept = readVersions(doc).map(({ id }) => id)
    expect(kept).toHaveLength(20)
    expect(kept[0]).toBe('v0')
    expect(kept.at(-1)).toBe('v25')
  })
})

describe('what is kept', () => {
  it('is seen by a page that follows the innovation, with evidence and claims', () => {
    const doc = new Y.Doc()
    const reader = innovationReader(doc, 'sate' as InnovationId, 'solok' as LabId) // test ids
    const stop = reader.follow()
    reader.read()
    write(doc, 'ide', everything)
    keepVersion(doc, wish('v1'), byPerson)
    putEvidence(doc, 'e1' as EvidenceId /* test id */, { title: 'SK tim', order: 'a0', targets: [] }, byPerson)
    putClaim(doc, 'iid', 'regulasi', { level: 2 }, byPerson)
    const before = reader.read()
    putEvidence(doc, 'e1' as EvidenceId /* test id */, { title: 'SK tim kerja' }, byPerson)
    putClaim(doc, 'iid', 'regulasi', { level: 3 }, byPerson)
    keepVersion(doc, wish('v2', 'kedua', '2026-08-02T00:00:00Z'), byPerson)
    const after = reader.read()
    expect([before.versions.length, before.evidence[0]?.title, before.maturity['iid']?.['regulasi']?.level]).toEqual([1, 'SK tim', 2])
    expect([after.versions.length, after.evidence[0]?.title, after.maturity['iid']?.['regulasi']?.level]).toEqual([2, 'SK tim kerja', 3])
    stop()
  })
})

describe('going back to a version', () => {
  it.each([
    ['an empty section', written()],
    [
      'one reworded paragraph',
      written({ h: 'Latar belakang' }, { p: 'Setiap akhir bulan bendahara pulang malam.' }, { ul: ['satu', 'dua'] }),
    ],
    ['the same words without formatting', written({ p: 'Setiap akhir triwulan bendahara pulang larut malam.' })],
    [
      'another order and another table',
      written({ table: { head: ['A'], rows: [['b'], ['c']] } }, { ul: ['dua', 'satu'] }, { h: 'Lain', level: 4 }),
    ],
    ['everything, with emoji', written({ p: 'Latar 🌱 belakang' }, { quote: 'Sudah?' })],
  ])('brings the section back exactly from %s', (_name, later) => {
    const doc = new Y.Doc()
    write(doc, 'ide', everything)
    keepVersion(doc, wish('v1'), byPerson)
    write(doc, 'ide', later)
    restoreVersion(doc, only(doc), { sections: ['ide'], header: false }, byPerson)
    expect(readRich(sectionFragment(doc, form, 'ide'))).toEqual(everything)
  })

  it('empties a section nobody had touched then, and leaves others alone', () => {
    const doc = new Y.Doc()
    write(doc, 'ide', everything)
    keepVersion(doc, wish('v1'), byPerson)
    write(doc, 'ringkasan', written({ p: 'Baru.' }))
    write(doc, 'ide', written({ p: 'Diubah.' }))
    restoreVersion(doc, only(doc), { sections: ['ringkasan'], header: false }, byPerson)
    expect([textOf(doc, 'ringkasan'), textOf(doc, 'ide')]).toEqual(['', 'Diubah.'])
  })

  it('brings the head of the form back and empties what was filled in since', () => {
    const doc = new Y.Doc()
    setHeader(doc, form, 'judul', 'Lama', byPerson)
    keepVersion(doc, wish('v1'), byPerson)
    setHeader(doc, form, 'judul', 'Baru', byPerson)
    setHeader(doc, form, 'telepon', '0800', byPerson)
    restoreVersion(doc, only(doc), { sections: [], header: true }, byPerson)
    expect(Object.fromEntries(headerMap(doc, form))).toEqual({ judul: 'Lama', telepon: null })
  })

  it('is one step: one undo brings back what was there, with what somebody else wrote meanwhile', () => {
    const rina = new Y.Doc()
    write(rina, 'ide', written({ p: 'Awal satu.' }, { p: 'Awal dua.' }))
    keepVersion(rina, wish('v1'), byPerson)
    write(rina, 'ide', written({ p: 'Akhir satu.' }, { p: 'Awal dua.' }, { p: 'Akhir tiga.' }))
    const { second: budi } = pair(rina)
    const undo = new Y.UndoManager([sectionFragment(rina, form, 'ide')], { trackedOrigins: new Set([byPerson]), captureTimeout: 0 })
    restoreVersion(rina, only(rina), { sections: ['ide'], header: false }, byPerson)
    expect(textOf(budi, 'ide')).toBe('Awal satu.\nAwal dua.')
    appendRich(sectionFragment(budi, form, 'ide'), written({ p: 'Dari Budi.' }))
    undo.undo()
    const lines = (doc: Y.Doc): readonly string[] => textOf(doc, 'ide').split('\n')
    for (const doc of [rina, budi])
      expect(lines(doc).filter((line) => line !== 'Dari Budi.')).toEqual(['Akhir satu.', 'Awal dua.', 'Akhir tiga.'])
    for (const doc of [rina, budi]) expect(lines(doc)).toContain('Dari Budi.')
    expect(undo.undoStack).toHaveLength(0)
  })

  it('leaves the words that stay untouched, so that a cursor in them stays where it is', () => {
    const doc = new Y.Doc()
    write(doc, 'ide', written({ p: 'Paragraf pertama tetap.' }, { p: 'Bendahara pulang larut malam.' }))
    keepVersion(doc, wish('v1'), byPerson)
    const fragment = sectionFragment(doc, form, 'ide')
    const [, second] = fragment.toArray()
    if (!(second instanceof Y.XmlElement) || !(second.get(0) instanceof Y.XmlText)) throw new Error('no paragraph')
    const text = second.get(0) as Y.XmlText // by the test before
    text.insert(0, 'Setiap hari ')
    appendRich(fragment, written({ p: 'Tambahan.' }))
    const cursor = Y.createRelativePositionFromTypeIndex(text, text.toString().indexOf('larut'))
    restoreVersion(doc, only(doc), { sections: ['ide'], header: false }, byPerson)
    const place = Y.createAbsolutePositionFromRelativePosition(cursor, doc)
    expect(place?.type).toBe(text)
    expect(text.toString().slice(place?.index)).toBe('larut malam.')
    expect(fragment.get(1)).toBe(second)
  })

  it('keeps what somebody wrote without a connection while the other one went back', () => {
    const rina = new Y.Doc()
    write(rina, 'ide', written({ p: 'Bendahara pulang malam.' }))
    keepVersion(rina, wish('v1'), byPerson)
    write(rina, 'ide', written({ p: 'Bendahara pulang malam.' }, { p: 'Belakangan.' }))
    const { second: budi, cut, mend } = pair(rina)
    cut()
    const paragraph = sectionFragment(budi, form, 'ide').get(0)
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph')
    ;(paragraph.get(0) as Y.XmlText).insert(9, ' sekolah') // a paragraph of one text, as it was written above
    restoreVersion(rina, only(rina), { sections: ['ide'], header: false }, byPerson)
    mend()
    for (const doc of [rina, budi]) expect(textOf(doc, 'ide')).toBe('Bendahara sekolah pulang malam.')
  })

  it('keeps the source of quoted words where the trail still knows it, and only the words where not', () => {
    const doc = new Y.Doc()
    const end = { place: 'item', of: 'pohon', key: 'akar', quote: 'larut malam' } as const
    const quoted = written({ p: 'Pulang {{pohon|larut malam}} sekali.' })
    write(doc, 'ide', quoted)
    keepVersion(doc, wish('v1'), byPerson)
    write(doc, 'ide', written())
    restoreVersion(doc, only(doc), { sections: ['ide'], header: false }, byPerson)
    expect(JSON.stringify(readRich(sectionFragment(doc, form, 'ide')))).not.toContain('source')
    expect(textOf(doc, 'ide')).toBe('Pulang larut malam sekali.')
    addLink(doc, { id: 'link-1' as LinkId /* test id */, from: end, to: { ...end, place: 'section' }, by: 'Rina', at: '' }, byPerson)
    restoreVersion(doc, only(doc), { sections: ['ide'], header: false }, byPerson)
    expect(readRich(sectionFragment(doc, form, 'ide'))).toEqual(quoted)
  })

  it('changes nothing at all where nothing differs', () => {
    const doc = new Y.Doc()
    write(doc, 'ide', everything)
    keepVersion(doc, wish('v1'), byPerson)
    let updates = 0
    doc.on('update', () => {
      updates += 1
    })
    restoreVersion(doc, only(doc), { sections: ['ide'], header: true }, byPerson)
    expect(updates).toBe(0)
  })

  it('comes out right for any two texts', () => {
    let seed = 20260822
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const words = ['laporan', 'terlambat', '**bendahara**', '*pulang*', '__malam__', '🌱', 'Rp3.815.700', 'ibu-ibu']
    const sentence = (): string => Array.from({ length: 1 + random(8) }, () => words[random(words.length)] ?? '').join(' ')
    const block = (): WrittenBlock =>
      (
        [
          { p: sentence() },
          { h: sentence() },
          { ul: [sentence(), sentence()] },
          { table: { head: [sentence()], rows: [[sentence()]] } },
        ] as const
      )[random(4)] ?? { p: '' }
    for (let round = 0; round < 150; round += 1) {
      const doc = new Y.Doc()
      const [one, other] = [0, 1].map(() => written(...Array.from({ length: random(6) }, block)))
      if (one === undefined || other === undefined) throw new Error('two texts are wanted')
      write(doc, 'ide', one)
      keepVersion(doc, wish('v1'), byPerson)
      write(doc, 'ide', other)
      restoreVersion(doc, only(doc), { sections: ['ide'], header: false }, byPerson)
      const now = { header: {}, sections: { ide: readRich(sectionFragment(doc, form, 'ide')) } }
      expect(sameContent(now, { header: {}, sections: { ide: one } }), `round ${round}`).toBe(true)
    }
  })
})
