import { expect, it } from 'vitest'
import { takeKey } from '../../../../renderer/lab/key.ts'

function page(href: string, kept = new Map<string, string>()) {
  const shown: string[] = []
  return {
    shown,
    kept,
    location: { href },
    history: { replaceState: (_data: unknown, _unused: string, url: string) => void shown.push(url) },
    sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) },
  }
}

it('takes the key out of the address and keeps page and hash', () => {
  const one = page('http://127.0.0.1:5000/?key=rahasia#/lab/a')
  expect(takeKey(one)).toBe('rahasia')
  expect(one.shown).toEqual(['http://127.0.0.1:5000/#/lab/a'])
})

it('remembers the key over a reload of the tab', () => {
  const first = page('http://127.0.0.1:5000/?key=rahasia')
  takeKey(first)
  expect(takeKey(page('http://127.0.0.1:5000/', first.kept))).toBe('rahasia')
})

it('has none where none was given', () => {
  expect(takeKey(page('http://127.0.0.1:5000/'))).toBe('')
})
