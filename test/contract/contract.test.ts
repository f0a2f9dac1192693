import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import { newLab, tempFolder } from '#test/makers/open-lab.ts'
import { carriers } from './carriers.ts'

/** The refusal a call ends with; fails the test when there is none. */
async function refusalOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  try {
    await call
  } catch (why) {
    if (why instanceof ORPCError) return why
    throw why
  }
  throw new Error('the call was not refused')
}

// A picture of one point, small enough to stand here.
const point = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describe.each(carriers)('the contract over $name', ({ open }) => {
  it('makes a lab with its units and lists it', async () => {
    const client = await open('host')
    const made = await client.lab.create({ ...newLab, units: ['Dinas Kesehatan', 'Bappeda'] })
    expect(await client.workspace.labs()).toMatchObject([{ id: made.id, region: 'Contoh', units: 2, innovations: 0 }])
  })

  it('makes an innovation that the overview shows at the stage of the lab', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    await client.innovation.create({ lab: lab.id, name: 'LANGKOK', longName: 'Lahir Pulang OK' })
    expect((await client.lab.overview({ lab: lab.id })).innovations).toMatchObject([{ name: 'LANGKOK', stage: 'drum_up' }])
  })

  it('keeps settings', async () => {
    const client = await open('host')
    await client.app.changeSettings({ language: 'en' })
    await client.app.changeSettings({ me: { name: 'Dian', position: 'Coach' } })
    expect(await client.app.settings()).toMatchObject({ language: 'en', me: { name: 'Dian' }, theme: 'system' })
  })

  it('takes an output folder that is there or can be made, and makes none before it is needed', async () => {
    const place = await tempFolder()
    const client = await open('host')
    for (const folder of [place, join(place, 'hasil', '2026')]) {
      await client.app.changeSettings({ outputFolder: folder })
      expect((await client.app.about()).outputFolder).toBe(folder)
    }
    expect(await readdir(place)).toEqual([])
    await client.app.changeSettings({ outputFolder: '' })
    expect((await client.app.about()).outputFolder).toMatch(/keluaran$/)
  })

  it('refuses an output folder that cannot take files, says why and keeps the one before', async () => {
    const place = await tempFolder()
    const client = await open('host')
    await client.app.changeSettings({ outputFolder: place })
    await writeFile(join(place, 'berkas'), '')
    for (const [folder, reason] of [
      ['hasil/2026', 'relative'],
      [join(place, 'berkas'), 'file'],
      [join(place, 'berkas', 'dalam'), 'file'],
    ] as const) {
      const refusal = await refusalOf(client.app.changeSettings({ language: 'en', outputFolder: folder }))
      expect(refusal).toMatchObject({ code: 'FOLDER_UNUSABLE', data: { folder, reason } })
    }
    expect(await client.app.settings()).toMatchObject({ language: 'id', outputFolder: place })
    expect(await readdir(place)).toEqual(['berkas'])
  })

  it('asks the person at the machine for a folder, where there is a window to ask in', async () => {
    const answers = ['/tmp/hasil', null]
    const client = await open('host', { desk: { pickFolder: async () => answers.shift() ?? null } })
    expect((await client.app.about()).canPickFolder).toBe(true)
    expect(await client.app.pickFolder()).toEqual({ folder: '/tmp/hasil' })
    expect(await client.app.pickFolder()).toEqual({ folder: null })
  })

  it('tells changes to whoever listens, beginning with hello', async () => {
    const client = await open('host')
    const changes = await client.app.changes()
    expect((await changes.next()).value).toEqual({ kind: 'hello' })
    const lab = await client.lab.create(newLab)
    expect((await changes.next()).value).toMatchObject({ kind: 'lab', lab: { id: lab.id } })
    await changes.return(undefined)
  })

  it('hands out every pack', async () => {
    const client = await open('team')
    const { packs, refused } = await client.packs.all()
    expect(packs.map(({ head }) => head.id)).toEqual(expect.arrayContaining(['lan-5d', 'lan-6d', 'kanvas-dasar', 'kipp-2022']))
    expect(refused).toEqual([])
  })

  it('says in both languages why a pack of the workspace was refused', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'packs', 'rusak'), { recursive: true })
    await writeFile(join(folder, 'packs', 'rusak', 'pack.yaml'), 'id: lain\n')
    const { packs, refused } = await (await open('team', { folder })).packs.all()
    expect(packs.length).toBeGreaterThan(3)
    const one = refused.find(({ path }) => path === 'title')
    expect(one).toMatchObject({ pack: 'rusak', file: 'pack.yaml' })
    expect(one?.reasonEn).not.toBe(one?.reason)
    expect(refused.every(({ reason, reasonEn }) => reason !== '' && reasonEn !== '')).toBe(true)
  })

  it('stores a picture once and gives the same bytes back', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const put = () => client.attachment.put({ lab: lab.id, title: 'titik', file: new File([point], 'titik.png', { type: 'image/png' }) })
    const [first, second] = [await put(), await put()]
    expect(first).toMatchObject({ type: 'image/png', width: 1, height: 1 })
    expect(second.name).toBe(first.name)
    const got = await client.attachment.get({ lab: lab.id, name: first.name })
    expect(Buffer.from(await got.arrayBuffer())).toEqual(point)
  })

  it('refuses a file that is no picture', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const call = client.attachment.put({
      lab: lab.id,
      title: 'x',
      file: new File(['<svg onload="alert(1)">'], 'x.png', { type: 'image/png' }),
    })
    expect(await refusalOf(call)).toMatchObject({ code: 'UNREADABLE', data: { reason: 'type' } })
  })

  it('refuses a lab that does not exist by name', async () => {
    const client = await open('host')
    expect(await refusalOf(client.lab.overview({ lab: 'tidak-ada' }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'lab', id: 'tidak-ada' },
    })
  })

  it('refuses wrong types and ids that could be paths before anything runs', async () => {
    const client = await open('host')
    expect((await refusalOf(client.lab.create({ ...newLab, year: '2026' as never }))).code).toBe('BAD_REQUEST') // deliberately wrong
    expect((await refusalOf(client.lab.overview({ lab: '../../etc' }))).code).toBe('BAD_REQUEST')
    expect((await refusalOf(client.lab.overview({ lab: '__proto__' }))).code).toBe('BAD_REQUEST')
  })

  it('has no method that is not in the contract, also none that every object has', async () => {
    const client = (await open('host')) as unknown as Record<string, Record<string, () => Promise<unknown>>> // a caller without types
    for (const [group, method] of [
      ['workspace', 'erase'],
      ['workspace', 'hasOwnProperty'],
      ['constructor', 'create'],
    ] as const) {
      const outcome = await Promise.resolve()
        .then(() => client[group]?.[method]?.())
        .then(
          (answer) => ({ answer }),
          () => 'refused',
        )
      // Held directly, a router simply lacks it; over a wire the call goes out and comes back refused.
      expect(['refused', { answer: undefined }, { answer: false }]).toContainEqual(outcome)
    }
  })

  it('lets a team do its own work', async () => {
    const client = await open('team')
    expect((await client.app.about()).reach).toBe('team')
  })

  const hostOnly = [
    ['workspace.labs', (client: Awaited<ReturnType<typeof open>>) => client.workspace.labs()],
    ['lab.create', (client: Awaited<ReturnType<typeof open>>) => client.lab.create(newLab)],
    ['app.changeSettings', (client: Awaited<ReturnType<typeof open>>) => client.app.changeSettings({ theme: 'dark' })],
    ['app.pickFolder', (client: Awaited<ReturnType<typeof open>>) => client.app.pickFolder()],
    ['document.file', (client: Awaited<ReturnType<typeof open>>) => client.document.file({ file: 'x' })],
    [
      'canvas.export',
      (client: Awaited<ReturnType<typeof open>>) => client.canvas.export({ lab: 'a', innovation: 'b', canvas: 'usg', format: 'pdf' }),
    ],
  ] as const

  it.each(hostOnly)('refuses %s to a team', async (_name, call) => {
    expect(await refusalOf(call(await open('team')))).toMatchObject({ code: 'FORBIDDEN', data: { reach: 'team', needs: 'host' } })
  })

  it('refuses everything to a phone that is not meant for phones', async () => {
    expect((await refusalOf((await open('phone')).app.about())).code).toBe('FORBIDDEN')
  })

  it('does not hand out files outside the output folder', async () => {
    const client = await open('host')
    for (const file of ['/etc/passwd', '../settings.json', '..', '.', ''])
      expect((await refusalOf(client.document.file({ file }))).code).toBe('NOT_FOUND')
  })

  it('says plainly that only a desktop window can show a folder or ask for one', async () => {
    const client = await open('host')
    expect((await client.app.about()).canPickFolder).toBe(false)
    expect((await refusalOf(client.document.reveal({ file: 'x.pdf' }))).code).toBe('NO_DESK')
    expect((await refusalOf(client.app.pickFolder())).code).toBe('NO_DESK')
  })

  it('exports the proposal with progress, ending with a file', async () => {
    const client = await open('host')
    const lab = await client.lab.create({ ...newLab, units: ['Disdukcapil'] })
    const { id } = await client.innovation.create({ lab: lab.id, name: 'LANGKOK' })
    const steps = []
    for await (const step of await client.document.export({ lab: lab.id, innovation: id, kind: 'proposal-kipp', format: 'docx' }))
      steps.push(step)
    expect(steps[0]).toEqual({ state: 'working', done: 0 })
    const last = steps.at(-1)
    if (last?.state !== 'done') throw new Error('the export did not end')
    const file = await client.document.file({ file: last.file })
    expect(file.size).toBe(last.bytes)
    expect(new TextDecoder().decode(new Uint8Array(await file.arrayBuffer()).slice(0, 2))).toBe('PK')
  })

  it('never writes over an export that somebody has corrected by hand', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const finished = async () => {
      for await (const step of await client.document.export({ lab: lab.id, kind: 'rekap-ide', format: 'pdf' }))
        if (step.state === 'done') return step
      throw new Error('the export did not end')
    }
    const first = await finished()
    await writeFile(first.file, 'dibetulkan dengan tangan')
    const second = await finished()
    expect(await readFile(first.file, 'utf8')).toBe('dibetulkan dengan tangan')
    expect(second.name).toBe(first.name.replace('.pdf', ' (2).pdf'))
  })

  it('stops writing when nobody listens any more, and leaves no file', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const steps = await client.document.export({ lab: lab.id, kind: 'rekap-ide', format: 'pdf' })
    await steps.next()
    await steps.return(undefined)
    const { outputFolder } = await client.app.about()
    expect(await readdir(outputFolder).catch(() => [])).toEqual([])
  })

  it('exports a canvas as pages and as a workbook, ending with files in the output folder', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const { id } = await client.innovation.create({ lab: lab.id, name: 'LANGKOK' })
    for (const [format, magic] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const) {
      const steps = []
      for await (const step of await client.canvas.export({ lab: lab.id, innovation: id, canvas: 'usg', format, paper: 'A3' }))
        steps.push(step)
      expect(steps[0]).toEqual({ state: 'working', done: 0 })
      const last = steps.at(-1)
      if (last?.state !== 'done') throw new Error('the export did not end')
      expect(last.name).toBe(`USG - LANGKOK.${format}`)
      const file = await client.document.file({ file: last.file })
      expect(new TextDecoder().decode(new Uint8Array(await file.arrayBuffer()).slice(0, magic.length))).toBe(magic)
    }
    const { outputFolder } = await client.app.about()
    expect((await readdir(outputFolder)).sort()).toEqual(['USG - LANGKOK.docx', 'USG - LANGKOK.pdf', 'USG - LANGKOK.xlsx'])
  })

  it('refuses a canvas no pack has, and leaves no file of one nobody waits for', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const { id } = await client.innovation.create({ lab: lab.id, name: 'LANGKOK' })
    const wanted = { lab: lab.id, innovation: id, format: 'pdf' } as const
    const refused = async () => {
      for await (const _ of await client.canvas.export({ ...wanted, canvas: 'tidak-ada' }));
    }
    expect(await refusalOf(refused())).toMatchObject({ code: 'NOT_FOUND', data: { what: 'canvas', id: 'tidak-ada' } })
    const steps = await client.canvas.export({ ...wanted, canvas: 'usg' })
    await steps.next()
    await steps.return(undefined)
    const { outputFolder } = await client.app.about()
    expect(await readdir(outputFolder).catch(() => [])).toEqual([])
  })

  it('says of an output folder that is gone by now which file could not be written, of a document as of a canvas', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const { id } = await client.innovation.create({ lab: lab.id, name: 'LANGKOK' })
    const place = await tempFolder()
    await client.app.changeSettings({ outputFolder: join(place, 'hasil') })
    await writeFile(join(place, 'hasil'), '')
    const canvas = async () => {
      for await (const _ of await client.canvas.export({ lab: lab.id, innovation: id, canvas: 'usg', format: 'xlsx' }));
    }
    const paper = async () => {
      for await (const _ of await client.document.export({ lab: lab.id, kind: 'rekap-ide', format: 'pdf' }));
    }
    expect(await refusalOf(canvas())).toMatchObject({
      code: 'FAULT',
      data: { fault: { file: join(place, 'hasil', 'USG - LANGKOK.xlsx') } },
    })
    expect((await refusalOf(paper())).code).toBe('FAULT')
    expect(await readdir(place)).toEqual(['hasil'])
  })

  it('reads the rows of a workbook for a team, and says why when it cannot', async () => {
    const host = await open('host')
    const lab = await host.lab.create(newLab)
    const { id } = await host.innovation.create({ lab: lab.id, name: 'LANGKOK' })
    let file = new Blob()
    for await (const step of await host.canvas.export({ lab: lab.id, innovation: id, canvas: 'usg', format: 'xlsx' }))
      if (step.state === 'done') file = new Blob([await (await host.document.file({ file: step.file })).arrayBuffer()])
    const client = await open('team')
    const { sheets } = await client.table.read({ file: new File([file], 'usg.xlsx') })
    expect(sheets[0]).toEqual({ name: 'USG', rows: [expect.arrayContaining(['Isu', 'Jumlah', 'Peringkat'])] })
    const broken = client.table.read({ file: new File(['Nama;Unit'], 'usg.xlsx') })
    expect(await refusalOf(broken)).toMatchObject({ code: 'UNREADABLE', data: { reason: 'type' } })
  })

  it('gives a preview as PDF', async () => {
    const client = await open('host')
    const lab = await client.lab.create(newLab)
    const preview = await client.document.preview({ lab: lab.id, kind: 'rekap-ide' })
    expect(new TextDecoder().decode(new Uint8Array(await preview.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  })
})

it('every method says who may call it', () => {
  const reaches = Object.values(contract).flatMap((group) => Object.values(group).map((method) => method['~orpc'].meta.reach))
  expect(reaches.every((reach) => reach === 'host' || reach === 'team' || reach === 'phone')).toBe(true)
})
