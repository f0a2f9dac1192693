/** A catalogue as one file for another office: out, in, and what a hostile one can do. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readShare, shareBytes } from '#core/catalogue/share-file.ts'
import { makeCatalogue } from '#test/makers/catalogue.ts'

const about = { name: 'Provinsi Contoh', version: '1', madeAt: '2026-01-01T00:00:00.000Z' }
const entries = makeCatalogue(200, 9)
const made = (head: unknown, lines: string): Uint8Array =>
  zipSync({ 'katalog.json': strToU8(JSON.stringify(head)), 'entri.jsonl': strToU8(lines) })
const head = { katalog: 'labinov-katalog', format: 1, ...about }
const line = (over: object): string => JSON.stringify({ ...entries[0], ...over })

it('gives back every entry without what belongs to this workspace alone', () => {
  const read = readShare(shareBytes(about, entries))
  if ('unread' in read) throw new Error(read.unread)
  expect(read.name).toBe('Provinsi Contoh')
  expect(read.entries).toEqual(entries.map(({ id, lab, innovation, source, updatedAt, ...rest }) => rest))
  expect(shareBytes(about, entries)).toEqual(shareBytes(about, entries))
})

it('hands no private number on, and takes none in', () => {
  const contact = 'Budi 0812-3456-7890, (0755) 20020'
  const packed = shareBytes(about, [{ ...makeCatalogue(1)[0], contact } as (typeof entries)[number]]) // one was made
  expect(new TextDecoder().decode(unzipSync(packed)['entri.jsonl'])).not.toContain('0812')
  const read = readShare(made(head, line({ contact })))
  expect('entries' in read && read.entries[0]?.contact).toBe('Budi, (0755) 20020')
})

it('leaves out lines that are not sound, and cuts what is beyond measure', () => {
  const read = readShare(
    made(
      head,
      [
        '{',
        line({ standing: 'entah' }),
        line({ name: ' ' }),
        line({ year: 99999, stoppedOn: '<x>', name: `A\u0000${'a'.repeat(9000)}` }),
      ].join('\n'),
    ),
  )
  if ('unread' in read) throw new Error(read.unread)
  expect(read.left).toBe(3)
  expect(read.entries[0]).toMatchObject({ year: null, stoppedOn: '' })
  expect(read.entries[0]?.name.length).toBe(300)
  expect(read.entries[0]?.name).not.toContain('\u0000')
})

it('says why it does not read a file', () => {
  const whole = shareBytes(about, entries)
  expect(readShare(strToU8('halo'))).toEqual({ unread: 'type' })
  expect(readShare(whole.slice(0, whole.length / 2))).toEqual({ unread: 'damaged' })
  expect(readShare(zipSync({ 'lain.txt': strToU8('x') }))).toEqual({ unread: 'type' })
  expect(readShare(made({ ...head, format: 2 }, line({})))).toEqual({ unread: 'type' })
  expect(readShare(made(head, ''))).toEqual({ unread: 'damaged' })
  expect(readShare(made(head, Array.from({ length: 40_001 }, () => '{}').join('\n')))).toEqual({ unread: 'size' })
})

it('does not unpack a bomb', () => {
  const bomb = zipSync({ 'katalog.json': strToU8(JSON.stringify(head)), 'entri.jsonl': [new Uint8Array(170 * 1024 * 1024), { level: 1 }] })
  expect(bomb.length).toBeLessThan(4 * 1024 * 1024)
  expect(readShare(bomb)).toEqual({ unread: 'size' })
})
