import { expect, it } from 'vitest'
import type { Action } from '../../../../renderer/actions/actions.ts'
import { actionFor, type KeyPress } from '../../../../renderer/actions/key-map.ts'

const action = (id: string, keys: string): Action => ({
  id,
  keys,
  label: 'app.find',
  when: () => true,
  run: () => undefined,
  inPalette: true,
})
const all = [action('find', 'mod+k'), action('stage', 'alt+2'), action('keys', '?'), action('region', 'f6')]
const press = (over: Partial<KeyPress>): KeyPress => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, ...over })
const found = (over: Partial<KeyPress>, typing = false) => actionFor(all, press(over), typing)?.id

it('knows Ctrl+K and Cmd+K, in either case', () => {
  expect(found({ key: 'k', ctrlKey: true })).toBe('find')
  expect(found({ key: 'K', metaKey: true })).toBe('find')
})

it('takes Alt and a digit by the place of the key, whatever the layout types there', () => {
  expect(found({ key: '™', code: 'Digit2', altKey: true })).toBe('stage')
})

it('leaves single characters to the text while somebody types, but not the others', () => {
  expect(found({ key: '?' })).toBe('keys')
  expect(found({ key: '?' }, true)).toBeUndefined()
  expect(found({ key: 'F6' }, true)).toBe('region')
  expect(found({ key: 'k', ctrlKey: true }, true)).toBe('find')
})
