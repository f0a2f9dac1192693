import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readLooks, setLook } from '#shared/doc/looks.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'

const look = { by: 'Coach Ujang', at: '2026-04-16T02:00:00.000Z', answers: { tujuan: 'Antrean pendek', jenis: '' } }

describe('what a coach last saw', () => {
  it('comes back as it was written, the newest of a form only', () => {
    const doc = new Y.Doc()
    setLook(doc, 'form-ide', { ...look, answers: { tujuan: 'Lama' } }, byPerson)
    setLook(doc, 'form-ide', look, byPerson)
    setLook(doc, 'kipp', { ...look, by: 'Coach Neng' }, byPerson)
    expect(readLooks(doc)).toEqual({ 'form-ide': look, kipp: { ...look, by: 'Coach Neng' } })
  })

  it('is read safely whatever a peer put there', () => {
    const doc = new Y.Doc()
    const map = doc.getMap<unknown>(names.looks)
    map.set('a', 7)
    map.set('b', { by: 1, at: null, answers: ['x'] })
    map.set('c', { answers: { tujuan: 5, jenis: 'baru' } })
    map.set('__proto__', look)
    const read = readLooks(doc)
    expect(read.a).toEqual({ by: '', at: '', answers: {} })
    expect(read.b).toEqual({ by: '', at: '', answers: {} })
    expect(read.c?.answers).toEqual({ tujuan: '', jenis: 'baru' })
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).by).toBeUndefined()
  })
})
