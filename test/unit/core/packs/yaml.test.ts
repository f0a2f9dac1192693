import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { maxFileBytes, readYaml } from '#core/packs/yaml.ts'
import { head, packFolder } from './make.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readYaml(bytes(text))
const reasons = (text: string) => {
  const reading = read(text)
  return reading.ok ? [] : reading.findings.map(({ path, reason }) => `${path.join('/')}: ${reason}`)
}

describe('YAML from other people', () => {
  it('is read as plain values', () => {
    expect(read('﻿a: 1\nb: [x, y]\nc: { d: no }\ndate: 2026-08-13\n')).toEqual({
      ok: true,
      value: { a: 1, b: ['x', 'y'], c: { d: 'no' }, date: '2026-08-13' },
    })
  })

  it('says line and column of a mistake in writing', () => {
    expect(reasons('a: 1\nb: [x, y\nc: 3\n')[0]).toMatch(/^: Baris 3, kolom 1: penulisan YAML tidak sah/)
    expect(reasons('a: 1\n\tb: 2\n')[0]).toMatch(/Baris 2, kolom \d+/)
  })

  it('refuses a key written twice, at its place', () => {
    expect(reasons('a: 1\nb: 2\na: 3\n')).toEqual([': Baris 3, kolom 1: kunci ini ditulis dua kali.'])
  })

  it('refuses aliases, so that a small file cannot grow in memory', () => {
    const bomb = ['a0: &a0 [x]', ...Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)].join('\n')
    expect(reasons(bomb)[0]).toBe('a1/0: Rujukan YAML (& dan *) tidak dipakai dalam paket. Tulis isinya di tempat ini.')
    expect(reasons('&k a: 1\nb: { *k : 2 }\n')[0]).toMatch(/^b: Rujukan YAML/)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands', (key) => {
    expect(reasons(`a:\n  - b: 1\n    ${key}: { polluted: true }\n`)).toEqual([`a/0: Nama "${key}" tidak boleh dipakai sebagai kunci.`])
    expect(reasons(`"${key}": 1`)).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('refuses keys that are not text', () => {
    expect(reasons('1: a')).toEqual([': Kunci harus berupa teks.'])
    expect(reasons('? [a, b]\n: c')).toEqual([': Kunci harus berupa teks.'])
  })

  it('refuses tags', () => {
    expect(reasons('a: !!js/function "x"')[0]).toMatch(/^: Baris 1, kolom 4: penanda jenis/)
    expect(reasons('a: !!binary aGFsbw==')[0]).toMatch(/penanda jenis/)
  })

  it('refuses more than one document', () => {
    expect(reasons('a: 1\n---\nb: 2\n')).toEqual([': Satu berkas hanya boleh berisi satu dokumen YAML.'])
  })

  it('refuses what is too large, and is quick about it', () => {
    expect(reasons(`a: "${'x'.repeat(maxFileBytes)}"`)).toEqual([': Berkas terlalu besar: paling besar 256 KB.'])
  })

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(120_000)],
    ['question marks', '? '.repeat(120_000)],
    ['indented keys', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')],
  ])('refuses endless nesting by %s without falling over', (_, text) => {
    expect(reasons(text)).toEqual([expect.stringMatching(/: Susunan berkas ini terlalu dalam./)])
  })

  it('refuses bytes that are not UTF-8', () => {
    const reading = readYaml(Uint8Array.of(0x61, 0x3a, 0x20, 0xff, 0xfe))
    expect(reading).toMatchObject({ ok: false, findings: [{ reason: 'Berkas bukan teks UTF-8. Simpan ulang sebagai UTF-8.' }] })
  })

  it('keeps one hostile file from hurting the other packs', async () => {
    const folder = await packFolder({
      aren: { 'pack.yaml': head('aren') },
      jahat: { 'pack.yaml': '__proto__: { id: jahat }\n' },
      rusak: { 'pack.yaml': 'id: [' },
    })
    const { packs, refused } = await loadPacks(folder)
    expect(packs.map((pack) => pack.head.id)).toEqual(['aren'])
    expect(refused.map(({ pack, file }) => `${pack}/${file}`)).toEqual(['jahat/pack.yaml', 'rusak/pack.yaml'])
  })
})
