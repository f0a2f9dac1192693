/** Things with nothing in them yet, so that no reader has to know every part. */
import type { IndexTrial, Naskah } from '../model/evidence.ts'
import type { ItemId } from '../model/ids.ts'
import type { Canvas, Item, Kop } from '../model/lab.ts'

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

export const emptyKop: Kop = { baris1: '', baris2: '', alamat: '', telepon: '', posel: '', laman: '', kodePos: '', logo: '' }
/** How an office prints that has set nothing (domain.md 5.1). */
export const plainNaskah: Naskah = { margins: null, font: 'arial', lineSpacing: 1.15, numberPattern: '', tembusan: '', tteBox: false }
export const noTrial: IndexTrial = { set: '', region: null }
