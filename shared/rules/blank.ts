/** Things with nothing in them yet, so that no reader has to know every part. */
import type { ItemId } from '../model/ids.ts'
import type { Canvas, Item } from '../model/lab.ts'

export const emptyCanvas = (def: string): Canvas => ({ def, state: 'belum', items: [], fields: {}, settings: {} })

export const blankItem = (id: ItemId): Item => ({
  id,
  order: '',
  text: '',
  zone: null,
  x: null,
  y: null,
  color: null,
  cluster: null,
  parent: null,
  role: null,
  root: false,
  values: {},
  scores: {},
  votes: 0,
  author: '',
  table: '',
  picture: '',
  link: '',
})
