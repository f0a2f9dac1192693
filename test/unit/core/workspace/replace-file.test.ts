import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChangedError, putBack, replaceFile, stubbornly } from '#core/workspace/replace-file.ts'
import { type Temp, tempFolder } from './make.ts'

let temp: Temp
let file: string
beforeEach(() => {
  temp = tempFolder()
  file = join(temp.folder, 'isi.json')
})
afterEach(() => temp.remove())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusedWith = (code: string): Error => Object.assign(new Error(code), { code })

describe('replacing a file', () => {
  it('gives each generation a later time than the one it replaces, even within one tick and after the clock was set back', async () => {
    let stamp = await replaceFile(file, bytes('nol'))
    for (let at = 0; at < 20; at += 1) {
      const next = await replaceFile(file, bytes('sama'), { expected: stamp })
      expect(next.mtime).toBeGreaterThan(stamp.mtime)
      expect(statSync(file).mtimeMs).toBe(next.mtime)
      stamp = next
    }
    const ahead = { mtime: Date.UTC(2040, 0, 1), size: 4 }
    writeFileSync(file, 'esok')
    utimesSync(file, ahead.mtime / 1000, ahead.mtime / 1000)
    expect((await replaceFile(file, bytes('kini'), { expected: ahead })).mtime).toBeGreaterThan(ahead.mtime)
  })

  it('does not replace a file that is not the expected one, and keeps both generations as they were', async () => {
    const first = await replaceFile(file, bytes('satu'))
    const second = await replaceFile(file, bytes('dua'), { expected: first })
    writeFileSync(file, 'milik orang lain')
    await expect(replaceFile(file, bytes('tiga'), { expected: second })).rejects.toBeInstanceOf(ChangedError)
    expect(readFileSync(file, 'utf8')).toBe('milik orang lain')
    expect(readFileSync(`${file}.prev`, 'utf8')).toBe('satu')
    expect(readdirSync(temp.folder).sort()).toEqual(['isi.json', 'isi.json.prev'])
  })

  it('leaves the present generation in place when the new one cannot take its name', async () => {
    await replaceFile(file, bytes('satu'))
    mkdirSync(`${file}.prev`)
    await expect(replaceFile(file, bytes('dua'))).rejects.toThrow()
    expect(readFileSync(file, 'utf8')).toBe('satu')
    expect(readdirSync(temp.folder).sort()).toEqual(['isi.json', 'isi.json.prev'])
  })

  it('goes on after a kill left a second name or a draft behind', async () => {
    await replaceFile(file, bytes('satu'))
    writeFileSync(`${file}.draft`, 'setengah yang jauh lebih panjang')
    writeFileSync(`${file}.prev.draft`, 'sisa')
    await replaceFile(file, bytes('dua'))
    expect([file, `${file}.prev`].map((one) => readFileSync(one, 'utf8'))).toEqual(['dua', 'satu'])
    expect(readdirSync(temp.folder)).toHaveLength(2)
  })

  it('replaces again after the generation before was put back, when both names are one file', async () => {
    await replaceFile(file, bytes('satu'))
    await replaceFile(file, bytes('dua'))
    await putBack(file, true)
    expect(readFileSync(file, 'utf8')).toBe('satu')
    await replaceFile(file, bytes('tiga'))
    await replaceFile(file, bytes('empat'))
    expect([file, `${file}.prev`].map((one) => readFileSync(one, 'utf8'))).toEqual(['empat', 'tiga'])
    expect(readdirSync(temp.folder)).toHaveLength(2)
  })
})

describe('a rename that Windows refuses in passing', () => {
  it('is repeated with growing pauses until it works', async () => {
    const pauses: number[] = []
    let tries = 0
    const work = async (): Promise<void> => {
      tries += 1
      if (tries < 4) throw refusedWith(tries % 2 === 0 ? 'EBUSY' : 'EPERM')
    }
    await stubbornly(work, true, async (ms) => pauses.push(ms))
    expect([tries, pauses]).toEqual([4, [10, 20, 40]])
  })

  it('is given up after 1.3 seconds of pauses, and at once when the reason is another or the system is not Windows', async () => {
    const pauses: number[] = []
    const wait = async (ms: number): Promise<unknown> => pauses.push(ms)
    await expect(stubbornly(() => Promise.reject(refusedWith('EPERM')), true, wait)).rejects.toThrow('EPERM')
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(1270)
    pauses.length = 0
    await expect(stubbornly(() => Promise.reject(refusedWith('ENOSPC')), true, wait)).rejects.toThrow('ENOSPC')
    await expect(stubbornly(() => Promise.reject(refusedWith('EPERM')), false, wait)).rejects.toThrow('EPERM')
    expect(pauses).toEqual([])
  })
})
