import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOwnPacks, type OwnPacks, PackUnfitError } from '#core/packs/own.ts'
import { openShelf, type PackShelf } from '#core/packs/shelf.ts'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace, type Workspace } from '#core/workspace/workspace.ts'

const shipped = join(import.meta.dirname, '../../../../templates/packs')

/** What is shipped does not change from test to test. */
const known = new Map()
let folder: string
let workspace: Workspace
let shelf: PackShelf
let own: OwnPacks

async function open(): Promise<void> {
  workspace = await openWorkspace(folder, systemPorts)
  shelf = await openShelf(shipped, join(folder, 'packs'), known)
  own = createOwnPacks(shelf, workspace.packs)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labinov-own-packs-'))
  await open()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const version = () => packOf('kipp-solok')?.head.version ?? 0
const packOf = (id: string) => shelf.packs.find(({ head }) => head.id === id)
const refusal = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const why = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(why instanceof PackUnfitError)) throw new Error(`not refused: ${String(why)}`)
  return why.refused.map(({ file, path, reasonEn }) => `${file} ${path}: ${reasonEn}`)
}

describe('a copy of a pack', () => {
  it('is in force beside the first, with ids of its own, unverified, and says what it was copied from', async () => {
    expect(await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')).toBe('kipp-solok')
    const copy = packOf('kipp-solok')
    expect(copy?.head).toMatchObject({ version: 1, status: 'unverified', title: { id: 'KIPP Kota Solok' } })
    expect(copy?.head.source.id).toContain('kipp-2022 v')
    expect(copy?.forms.map(({ id }) => id)).toContain('kipp-solok-kipp-tujuh-bagian')
    expect(copy?.documents.find(({ builder }) => builder === 'proposal')?.of).toBe('kipp-solok-kipp-tujuh-bagian')
    expect(packOf('kipp-2022')).toBeDefined()
    expect(shelf.refused).toEqual([])
  })

  it('can be made of every pack that is shipped, and says the same after it was read back', async () => {
    for (const { head, forms, indicators, documents } of [...shelf.packs]) {
      const id = `salinan-${head.id}`
      await own.copy(head.id, id, 'Salinan')
      const copy = packOf(id)
      expect(copy?.forms.map(({ sections }) => sections)).toEqual(forms.map(({ sections }) => sections))
      expect(copy?.indicators.map((set) => set.indicators)).toEqual(indicators.map((set) => set.indicators))
      expect(copy?.documents.map(({ parts }) => parts)).toEqual(documents.map(({ parts }) => parts))
      await own.remove(id)
    }
    expect(shelf.refused).toEqual([])
  })

  it('is refused under an id that is taken, and there is none of what does not exist', async () => {
    expect(await refusal(own.copy('kipp-2022', 'lan-6d', 'Lagi'))).toHaveLength(1)
    expect(await own.copy('tidak-ada', 'baru', 'Baru')).toBeNull()
  })
})

describe('a change of an own pack', () => {
  const form = () => {
    const found = packOf('kipp-solok')?.forms[0]
    if (found === undefined) throw new Error('the copy has no form')
    return found
  }
  beforeEach(async () => {
    await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')
  })

  it('is in force at once and raises the version', async () => {
    const [first, ...rest] = form().sections
    if (first === undefined) throw new Error('no section')
    await own.write({ part: 'form', pack: 'kipp-solok', def: { ...form(), sections: [{ ...first, maxWords: 250 }, ...rest] } }, version())
    expect(form().sections[0]?.maxWords).toBe(250)
    expect(packOf('kipp-solok')?.head.version).toBe(2)
    await workspace.close()
    await open()
    expect(form().sections[0]?.maxWords).toBe(250)
  })

  it('that does not fit is refused with its place and changes nothing', async () => {
    const before = await readFile(join(folder, 'packs/kipp-solok/forms', `${form().id}.yaml`), 'utf8')
    const [first, ...rest] = form().sections
    if (first === undefined) throw new Error('no section')
    const wrong = { ...first, draws: [{ part: 'field' as const, canvas: 'tidak-ada', field: 'x' }] }
    const said = await refusal(own.write({ part: 'form', pack: 'kipp-solok', def: { ...form(), sections: [wrong, ...rest] } }, version()))
    expect(said.join()).toContain('sections[0].draws[0].canvas')
    expect(await readFile(join(folder, 'packs/kipp-solok/forms', `${form().id}.yaml`), 'utf8')).toBe(before)
    expect(packOf('kipp-solok')?.head.version).toBe(1)
  })

  it('that began with an older version is refused, also when both are saved at once', async () => {
    const before = form()
    const renamed = (title: string) => ({ part: 'form', pack: 'kipp-solok', def: { ...before, title: { id: title, en: title } } }) as const
    const both = await Promise.allSettled([own.write(renamed('Satu'), 1), own.write(renamed('Dua'), 1)])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(own.write(renamed('Tiga'), 1))).join()).toContain('another window')
    expect(form().title.id).toBe('Satu')
    expect(version()).toBe(2)
  })

  it('that lacks a text is refused with the place of that text', async () => {
    const [first, ...rest] = form().sections
    if (first === undefined) throw new Error('no section')
    const def = { ...form(), sections: [...rest, { ...first, title: { id: 'Judul', en: '' } }] }
    expect((await refusal(own.write({ part: 'form', pack: 'kipp-solok', def }, version()))).join()).toContain(
      `sections[${rest.length}].title.en`,
    )
  })

  it('of a shipped pack is refused', async () => {
    const shippedForm = packOf('kipp-2022')?.forms[0]
    if (shippedForm === undefined) throw new Error('no form')
    expect(await refusal(own.write({ part: 'form', pack: 'kipp-2022', def: shippedForm }, 1))).toHaveLength(1)
  })

  it('can be undone with the part as it was', async () => {
    const before = form()
    await own.write({ part: 'form', pack: 'kipp-solok', def: { ...before, title: { id: 'Lain', en: 'Other' } } }, version())
    await own.write({ part: 'form', pack: 'kipp-solok', def: before }, version())
    expect(form()).toEqual(before)
  })
})

describe('a pack that is put aside', () => {
  it('is no longer in force, its files are kept, and it can be put back', async () => {
    await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')
    const kept = await own.remove('kipp-solok')
    expect(packOf('kipp-solok')).toBeUndefined()
    expect(await readdir(join(folder, 'packs/.dibuang'))).toEqual([kept])
    expect(await own.putBack(kept ?? '')).toBe('kipp-solok')
    expect(packOf('kipp-solok')).toBeDefined()
    expect(await own.putBack(kept ?? '')).toBeNull()
  })

  it('can be one that nobody could read, but never a shipped one', async () => {
    await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')
    await writeFile(join(folder, 'packs/kipp-solok/pack.yaml'), 'id: [')
    await shelf.reload()
    expect(shelf.refused[0]).toMatchObject({ pack: 'kipp-solok', own: true })
    expect(await own.remove('kipp-solok')).not.toBeNull()
    expect(await own.remove('kipp-2022')).toBeNull()
    expect(shelf.refused).toEqual([])
  })
})

describe('a pack handed over', () => {
  const handedOn = async (): Promise<Uint8Array> => {
    await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')
    const bytes = await own.handOn('kipp-solok')
    if (bytes === null) throw new Error('not handed on')
    return bytes
  }

  it('is the same at the other office, and the same bytes each time', async () => {
    const bytes = await handedOn()
    expect(await own.handOn('kipp-solok')).toEqual(bytes)
    const forms = packOf('kipp-solok')?.forms
    await own.remove('kipp-solok')
    expect(await own.take(bytes)).toBe('kipp-solok')
    expect(packOf('kipp-solok')?.forms).toEqual(forms)
  })

  it.each(['rubrik-kipp', 'iid-2026'])('brings along every part of %s', async (from) => {
    await own.copy(from, 'titipan', 'Titipan')
    const bytes = await own.handOn('titipan')
    const before = packOf('titipan')
    await own.remove('titipan')
    expect(await own.take(bytes ?? new Uint8Array())).toBe('titipan')
    expect(packOf('titipan')).toEqual(before)
    expect([...(before?.rubrics ?? []), ...(before?.indicators ?? [])].length).toBeGreaterThan(0)
  })

  it('is refused when it is not newer than the one that is there, and replaces it when it is', async () => {
    const bytes = await handedOn()
    expect((await refusal(own.take(bytes))).join()).toContain('not newer')
    const form = packOf('kipp-solok')?.forms[0]
    if (form === undefined) throw new Error('no form')
    await own.write({ part: 'form', pack: 'kipp-solok', def: { ...form, title: { id: 'Baru', en: 'New' } } }, version())
    const newer = await own.handOn('kipp-solok')
    await own.remove('kipp-solok')
    await own.take(bytes)
    expect(await own.take(newer ?? bytes)).toBe('kipp-solok')
    expect(packOf('kipp-solok')?.forms[0]?.title.id).toBe('Baru')
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['no archive', strToU8('kipp')],
    ['a file outside of the folder', zipSync({ '../pack.yaml': strToU8('id: x') })],
    ['two packs at once', zipSync({ 'a/pack.yaml': strToU8('id: a'), 'b/pack.yaml': strToU8('id: b') })],
    ['something that is no YAML', zipSync({ 'a/pack.yaml': strToU8('id: a'), 'a/program.exe': new Uint8Array(8) })],
    ['a file that unpacks into far more', zipSync({ 'a/pack.yaml': strToU8('id: a'), 'a/forms/b.yaml': new Uint8Array(9_000_000) })],
    ['a pack without a head', zipSync({ 'a/forms/b.yaml': strToU8('id: b') })],
  ])('that is %s is not taken', async (_, bytes) => {
    expect(await own.take(bytes)).toBeNull()
    expect(await readdir(folder)).not.toContain('pack.yaml')
  })

  it('with text made to break the reader is refused in words', async () => {
    const head = 'id: jahat\nversion: 1\ntitle: &a { id: x, en: x }\nsource: *a\n'
    expect(await refusal(own.take(zipSync({ 'jahat/pack.yaml': strToU8(head) })))).not.toEqual([])
    expect(packOf('jahat')).toBeUndefined()
  })
})

describe('a workspace whose program was ended in the middle', () => {
  it('puts a pack in force that was ready, and drops one that was still being made', async () => {
    await own.copy('kipp-2022', 'kipp-solok', 'KIPP Kota Solok')
    await workspace.packs.draft('setengah', new Map([['pack.yaml', strToU8('id: setengah')]]))
    await workspace.close()
    const { rename, mkdir } = await import('node:fs/promises')
    await mkdir(join(folder, 'packs/.siap'), { recursive: true })
    await rename(join(folder, 'packs/kipp-solok'), join(folder, 'packs/.siap/kipp-solok'))
    await open()
    expect(packOf('kipp-solok')).toBeDefined()
    expect(await readdir(join(folder, 'packs'))).not.toContain('.baru')
  })
})
