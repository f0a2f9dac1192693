/** What a pointer may be doing on a board, and the marks that follow it without React: moved cards, guides, rubber band, lasso. */
import type { RefObject } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { FarHand } from './far-layer.tsx'
import type { Point } from './lasso.ts'
import type { Rect } from './layout.ts'
import { noteId } from './note.tsx'
import type { Guide } from './snap.ts'

export type Marks = {
  readonly list: RefObject<HTMLDivElement | null>
  readonly band: RefObject<HTMLDivElement | null>
  readonly guides: RefObject<SVGSVGElement | null>
  readonly lasso: RefObject<SVGSVGElement | null>
  readonly far: RefObject<FarHand | null>
}
export type Tool = 'select' | 'lasso' | 'hand'

type Start = { readonly x: number; readonly y: number }
export type Press = Start & { readonly kind: 'press'; readonly id: ItemId; readonly ids: readonly ItemId[]; readonly several: boolean }
export type Drag = Start & {
  readonly kind: 'drag'
  readonly ids: ReadonlySet<ItemId>
  /** The rectangle around all of them where they were. */
  readonly box: Rect
  readonly others: readonly Rect[]
  readonly nodes: readonly HTMLElement[]
  by: Point
}
export type Band = Start & { readonly kind: 'band'; readonly keep: readonly ItemId[]; hit: ReadonlySet<ItemId> | null }
export type Lasso = { readonly kind: 'lasso'; readonly keep: readonly ItemId[]; readonly line: Point[]; hit: ReadonlySet<ItemId> | null }
export type Pan = { readonly kind: 'pan'; x: number; y: number }
export type Pinch = { readonly kind: 'pinch'; gap: number; x: number; y: number }
export type Gesture = Press | Drag | Band | Lasso | Pan | Pinch

/** A press that moves less than this is a click. */
export const slack = 4

/** Cards that are drawn as elements, of these. */
export const nodesOf = (ids: Iterable<ItemId>): readonly HTMLElement[] =>
  [...ids].flatMap((id) => {
    const node = document.getElementById(noteId(id))
    return node === null ? [] : [node]
  })

export function shiftNodes(nodes: readonly HTMLElement[], by: Point | null): void {
  for (const node of nodes) {
    node.style.transform = by === null ? '' : `translate(${by.x}px,${by.y}px)`
    if (by === null) delete node.dataset.dragged
    else node.dataset.dragged = ''
  }
}

/** Marks what a rubber band or lasso has caught; the selection itself changes only when it is let go. */
export function markHits(list: HTMLElement | null, hit: ReadonlySet<ItemId> | null): void {
  if (list === null) return
  for (const node of list.querySelectorAll<HTMLElement>('[data-note]')) {
    const caught = hit?.has(node.dataset.note as ItemId) === true // written there from an ItemId
    if (caught) node.dataset.hit = ''
    else delete node.dataset.hit
  }
  if (hit === null) delete list.dataset.choosing
  else list.dataset.choosing = ''
}

export function drawBand(node: HTMLElement | null, rect: Rect | null): void {
  if (node === null) return
  node.style.display = rect === null ? 'none' : 'block'
  if (rect === null) return
  node.style.left = `${rect.x}px`
  node.style.top = `${rect.y}px`
  node.style.width = `${rect.w}px`
  node.style.height = `${rect.h}px`
}

/** @param k the zoom: lines keep their thickness on the screen */
export function drawGuides(node: SVGSVGElement | null, guides: readonly Guide[], k: number): void {
  const path = node?.querySelector('path')
  if (path === null || path === undefined) return
  const over = 12
  path.setAttribute(
    'd',
    guides
      .map(({ across, at, from, to }) => (across ? `M${from - over} ${at}H${to + over}` : `M${at} ${from - over}V${to + over}`))
      .join(''),
  )
  path.style.strokeWidth = `${1.5 / k}`
}

export function drawLasso(node: SVGSVGElement | null, line: readonly Point[], k: number): void {
  const path = node?.querySelector('path')
  if (path === null || path === undefined) return
  path.setAttribute('d', line.length < 2 ? '' : `M${line.map((point) => `${point.x} ${point.y}`).join('L')}Z`)
  path.style.strokeWidth = `${1.5 / k}`
}

/** Shows what a drop would land in. */
export function markTarget(list: HTMLElement | null, zone: string | null, cluster: ItemId | null): void {
  if (list === null) return
  for (const node of list.querySelectorAll<HTMLElement>('[data-zone]')) {
    if (node.dataset.zone === zone && cluster === null) node.dataset.target = ''
    else delete node.dataset.target
  }
  for (const node of list.querySelectorAll<HTMLElement>('[data-frame]')) {
    if (node.dataset.note === cluster) node.dataset.target = ''
    else delete node.dataset.target
  }
}
