import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { ConventionId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import type { RubricDef } from '#shared/model/rubric.ts'
import { newConvention } from '#shared/rules/jury-setup.ts'
import { holdConvention } from '../../../../renderer/features/jury/convention-hold.ts'
import type { LabClient } from '../../../../renderer/lab/wire.ts'

const both = (text: string) => ({ id: text, en: text })
const rubric: RubricDef = {
  kind: 'rubric',
  id: 'rubrik-uji',
  title: both('Uji'),
  short: both('Uji'),
  status: 'unverified',
  source: 'uji',
  stages: [
    {
      key: 'presentasi',
      title: both('Presentasi'),
      weight: 1,
      scoring: 'normal',
      criteria: [{ key: 'dampak', title: both('Dampak'), weight: 1, min: 1, max: 5, step: 1, descriptors: [] }],
    },
  ],
  pooling: 'mean',
  ties: [],
  spread: 25,
}
const begun = (): Convention => ({
  ...newConvention(rubric, { id: 'paket-uji', version: 1 }, { name: 'Konvensi', date: '', place: '' }),
  id: 'konvensi' as ConventionId, // an id of our own making
  createdAt: '2026-09-01T00:00:00.000Z',
})

/** Keeps one convention as the core does: changed whole, refused when it was changed since. */
function core() {
  let kept: OpenConvention = { convention: begun(), sheets: [], visitors: { votes: {}, feedback: [] }, revision: 1 }
  let failing: Error | null = null
  let held: Promise<void> | null = null
  const jury = {
    read: async () => structuredClone(kept),
    put: async ({ convention, base }: { readonly convention: Convention; readonly base: number }) => {
      await held
      if (failing) throw failing
      if (base !== kept.revision) throw new ORPCError('STALE', { data: { revision: kept.revision } })
      kept = { ...kept, convention, revision: kept.revision + 1 }
      return { revision: kept.revision }
    },
  }
  return {
    client: { jury } as unknown as LabClient, // only these two are called
    now: () => kept.convention,
    /** Another window changes it. */
    meanwhile: (change: (convention: Convention) => Convention) => {
      kept = { ...kept, convention: change(kept.convention), revision: kept.revision + 1 }
    },
    /** Another window counts votes, which is no change of the convention itself. */
    voted: (entry: string, votes: number) => {
      kept = { ...kept, visitors: { ...kept.visitors, votes: { [entry]: votes } } }
    },
    /** No change is answered until what comes back is called. */
    hang: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    fail: (error: Error | null) => {
      failing = error
    },
  }
}

const at = { lab: 'lab', convention: 'konvensi' }

describe('a convention that is changed', () => {
  it('shows a change before the core has it, and keeps it', async () => {
    const { client, now } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    const sent = hold.change((all) => ({ ...all, name: 'Lain' }))
    expect(hold.store.getState().shown?.name).toBe('Lain')
    await sent
    expect(now().name).toBe('Lain')
  })

  it('is applied again to what another window made of it, so that both changes hold', async () => {
    const { client, now, meanwhile } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    meanwhile((all) => ({ ...all, place: 'Aula' }))
    await hold.change((all) => ({ ...all, name: 'Lain' }))
    expect([now().name, now().place]).toEqual(['Lain', 'Aula'])
    expect(hold.store.getState().shown?.place).toBe('Aula')
  })

  it('keeps changes in the order they were made when they come faster than the core answers', async () => {
    const { client, now } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    await Promise.all(['a', 'b', 'c'].map((letter) => hold.change((all) => ({ ...all, place: `${all.place}${letter}` }))))
    expect(now().place).toBe('abc')
    expect(hold.store.getState().shown?.place).toBe('abc')
  })

  it('is as before, with the reason said, when the core does not take it; the next change goes through', async () => {
    const { client, now, fail } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    fail(new ORPCError('READ_ONLY'))
    await hold.change((all) => ({ ...all, name: 'Lain' }))
    expect(hold.store.getState().shown?.name).toBe('Konvensi')
    expect(hold.store.getState().trouble?.detail).toContain('READ_ONLY')
    fail(null)
    await hold.change((all) => ({ ...all, name: 'Baru' }))
    expect(now().name).toBe('Baru')
    expect(hold.store.getState().trouble).toBeNull()
  })

  it('is taken back in the parts it touched, and only in these', async () => {
    const { client, now, meanwhile } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    const back = await hold.change((all) => ({ ...all, name: 'Lain' }))
    meanwhile((all) => ({ ...all, place: 'Aula' }))
    await hold.change((all) => back?.(all) ?? all)
    expect([now().name, now().place]).toEqual(['Konvensi', 'Aula'])
  })

  it('is taken back as the core took it, not as it was first shown: what another window added under that name stays', async () => {
    const { client, now, meanwhile } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    const add = (label: string) => (all: Convention) => ({
      ...all,
      categories: [...all.categories, { key: `kategori_${all.categories.length + 1}`, label }],
    })
    meanwhile(add('Digital'))
    const back = await hold.change(add('Layanan'))
    expect(now().categories.map(({ key, label }) => `${key} ${label}`)).toEqual(['kategori_1 Digital', 'kategori_2 Layanan'])
    await hold.change((all) => back?.(all) ?? all)
    expect(now().categories).toEqual([{ key: 'kategori_1', label: 'Digital' }])
  })

  it('asks once more for what others did while it was on its way', async () => {
    const { client, voted, hang } = core()
    const hold = holdConvention(client, at)
    await hold.read()
    const answer = hang()
    const sent = hold.change((all) => ({ ...all, name: 'Lain' }))
    voted('satu', 3)
    await hold.read()
    answer()
    await sent
    await expect.poll(() => hold.store.getState().base?.visitors.votes).toEqual({ satu: 3 })
    expect(hold.store.getState().shown?.name).toBe('Lain')
  })
})
