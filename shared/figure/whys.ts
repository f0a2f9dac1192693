/**
 * Chains of "why?" as a drawn ladder (domain.md 4.4): Tingkat, Mengapa?, Jawaban and the evidence beside it. Goes on from picture to
 * picture; a row that is higher than a picture goes on in the next, so nothing is left out.
 */
import type { Figure, Shape } from '../model/figure.ts'
import type { Canvas } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { levelOf, nodesOf, type TreeLevel, type TreeNode, treeOf, type WhyChain, whyChainsOf, whySubject } from '../rules/tree.ts'
import { figureWords as words } from '../text/documents-words.ts'
import { say } from '../text/messages.ts'
import { treeText } from '../text/tree.ts'
import { boxLook, smallest, textAt, votesAt } from './draw.ts'
import { measure, wrap } from './metrics.ts'
import { valueText } from './note-values.ts'
import { palette } from './palette.ts'
import type { FigureSize, Figures } from './sizes.ts'

const lead = 15
const pad = 8
const rail = 52
const gap = 12
const headHeight = 24

type Columns = { readonly ask: number; readonly answer: number; readonly evidence: readonly { readonly x: number; readonly w: number }[] }
/** One level, or a part of it that fits a picture. */
type Rung = {
  readonly level: number
  readonly first: boolean
  readonly last: boolean
  readonly look: TreeLevel
  readonly ask: readonly string[]
  readonly answer: readonly string[]
  readonly evidence: readonly (readonly string[])[]
  readonly votes: number
  readonly h: number
}

/** The question of a level: about the answer above it, or about the core. */
export const whyQuestion = (above: string, language: Language): string =>
  above.trim() === '' ? say(treeText.whyAsk, language) : say(treeText.whyQuestion, language, { text: whySubject(above) })

/** `Rantai 2, cabang dari tingkat 1 “…”`. */
export function chainTitle(chain: WhyChain, at: number, language: Language): string {
  if (chain.from === null) return say(treeText.whyChain, language, { n: at + 1 })
  return say(treeText.whyBranch, language, { n: at + 1, level: chain.from.depth, text: chain.from.item.text })
}

export function whysFigures(def: TreeDef, canvas: Canvas, size: FigureSize, language: Language): Figures {
  const tree = treeOf(canvas.items)
  const chains = whyChainsOf(tree)
  const pages = new Pages(def, size, language)
  pages.core(tree.core?.text.trim() || say(words.noCore, language), tree.core !== null)
  for (const [at, chain] of chains.entries()) {
    const title = chainTitle(chain, at, language)
    let above = chain.from?.item.text ?? tree.core?.text ?? ''
    if (chains.length > 1) pages.title(title)
    for (const [step, node] of chain.rows.entries()) {
      for (const rung of pages.rungsOf(node, above)) pages.rung(rung, step === 0 && rung.first)
      above = node.item.text
    }
  }
  const alt = say(treeText.whyAlt, language, {
    title: def.title[language],
    core: tree.core?.text ?? say(words.noCore, language),
    chains: chains.length,
    answers: nodesOf(tree.causes).length,
  })
  const figures = pages.finish()
  return {
    figures: figures.map((figure, at) => ({
      ...figure,
      alt: figures.length === 1 ? alt : `${alt}, ${say(words.page, language, { page: at + 1, pages: figures.length })}`,
    })),
    cut: [],
  }
}

class Pages {
  readonly #def: TreeDef
  readonly #size: FigureSize
  readonly #language: Language
  readonly #columns: Columns
  readonly #pages: Omit<Figure, 'alt'>[] = []
  #shapes: Shape[] = []
  #y = 0
  /** The lower end of what is drawn on this picture. */
  #bottom = 0
  /** Centre of the last level's number on this picture, for the line of the ladder. */
  #last: number | null = null

  constructor(def: TreeDef, size: FigureSize, language: Language) {
    this.#def = def
    this.#size = size
    this.#language = language
    this.#columns = columnsFor(def, size.width)
  }

  core(text: string, written: boolean): void {
    const lines = wrap(text, this.#size.width - 32, smallest + 2, true)
    const most = Math.max(4, Math.floor((this.#size.height - 60) / 18))
    for (let at = 0; at < lines.length; at += most) {
      const part = lines.slice(at, at + most)
      const h = part.length * 18 + 18
      if (this.#y > 0 && this.#y + h > this.#size.height) this.#turn()
      const look = written ? { fill: palette.deep } : { stroke: palette.lineStrong, width: 1, dash: [4, 3] }
      this.#shapes.push(
        { t: 'rect', x: 0.5, y: this.#y, w: this.#size.width - 1, h, r: 12, ...look },
        textAt(this.#size.width / 2, this.#y + 9, part, {
          size: smallest + 2,
          lead: 18,
          bold: true,
          align: 'center',
          fill: written ? palette.onDeep : palette.ink3,
        }),
      )
      this.#bottom = this.#y + h
      this.#y += h + 8
    }
    this.#heads()
  }

  /** A chain's name keeps room for its first level. */
  title(text: string): void {
    const lines = wrap(text, this.#size.width, smallest, true, 2)
    if (this.#y > 0 && this.#y + lines.length * lead + 90 > this.#size.height) this.#turn(true)
    this.#shapes.push(textAt(0, this.#y + 4, lines, { lead, bold: true, fill: palette.ink2 }))
    this.#bottom = this.#y + 4 + lines.length * lead
    this.#y += lines.length * lead + 8
    this.#last = null
  }

  rungsOf(node: TreeNode, above: string): readonly Rung[] {
    const { ask, answer, evidence } = this.#columns
    const root = levelOf(node) === 'root'
    const asked = wrap(whyQuestion(above, this.#language), ask, smallest)
    const answered = wrap(node.item.text.trim() || '…', answer - 2 * pad - (root ? 6 : 0), smallest, true)
    const shown = evidence.map((place, at) => {
      const column = this.#def.columns[at]
      const text = column === undefined ? '' : valueText(column, node.item.values[column.key], this.#language)
      return text === '' ? ['—'] : wrap(text, place.w - 2 * pad, smallest)
    })
    // Leaves room for the core sentence and the heads, so that a long answer does not push itself off their page.
    const most = Math.max(3, Math.floor((this.#size.height - 150) / lead))
    const parts = Math.max(1, Math.ceil(Math.max(asked.length, answered.length, ...shown.map((lines) => lines.length)) / most))
    return Array.from({ length: parts }, (_, at) => {
      const cut = (lines: readonly string[]): readonly string[] => lines.slice(at * most, (at + 1) * most)
      const last = at === parts - 1
      const tall = Math.max(1, cut(asked).length, cut(answered).length, ...shown.map((lines) => cut(lines).length))
      return {
        level: node.depth,
        first: at === 0,
        last,
        look: root ? 'root' : node.depth === 1 ? 'direct' : 'indirect',
        ask: cut(asked),
        answer: cut(answered),
        evidence: shown.map(cut),
        votes: last ? node.item.votes : 0,
        h: tall * lead + 2 * pad + (last && node.item.votes > 0 ? lead : 0),
      }
    })
  }

  rung(rung: Rung, begins: boolean): void {
    const pill = rung.look === 'root' && rung.first ? 10 : 0
    if (this.#y + pill + rung.h + 1 > this.#size.height && this.#shapes.length > 0) this.#turn(true)
    if (begins) this.#last = null
    this.#y += pill
    const { ask, answer, evidence } = this.#columns
    const y = this.#y
    const middle = y + Math.min(rung.h / 2, 24)
    if (this.#last !== null)
      this.#shapes.unshift({
        t: 'line',
        points: [
          [16, this.#last],
          [16, middle],
        ],
        stroke: palette.lineStrong,
        width: 2,
      })
    const answerX = rail + ask + gap
    const { fill, stroke, width } = boxLook(rung.look)
    if (rung.first)
      this.#shapes.push(
        { t: 'circle', x: 16, y: middle, r: 13, fill: palette.white, stroke: palette.deep, width: 2 },
        textAt(16, middle - 6.5, [String(rung.level)], { bold: true, align: 'center', fill: palette.deep }),
      )
    this.#shapes.push(
      ...(rung.ask.length === 0 ? [] : [textAt(rail, y + pad, rung.ask, { lead, fill: palette.ink2 })]),
      { t: 'rect', x: answerX, y, w: answer, h: rung.h, r: 8, fill, stroke, width },
      ...(rung.answer.length === 0 ? [] : [textAt(answerX + pad, y + pad, rung.answer, { lead, bold: true })]),
      ...votesAt(answerX + answer - pad, y + rung.h - lead - 4, rung.votes),
      ...(pill === 0 ? [] : rootMark(answerX + answer - pad, y - 9, this.#language)),
      ...evidence.flatMap((place, at): readonly Shape[] => {
        const lines = rung.evidence[at] ?? []
        const box: Shape = { t: 'rect', x: place.x, y, w: place.w - 1, h: rung.h, r: 8, stroke: palette.line, width: 1 }
        return lines.length === 0 ? [box] : [box, textAt(place.x + pad, y + pad, lines, { lead, fill: palette.ink2 })]
      }),
    )
    this.#last = middle
    this.#bottom = y + rung.h + 1
    this.#y += rung.h + gap
  }

  finish(): readonly Omit<Figure, 'alt'>[] {
    this.#turn()
    return this.#pages
  }

  #heads(): void {
    const { ask, evidence } = this.#columns
    const say_ = (key: 'whyLevel' | 'whyAsk' | 'whyAnswer'): string => say(treeText[key], this.#language)
    const look = { bold: true, fill: palette.ink2 } as const
    const head = (x: number, w: number, text: string): Shape => textAt(x, this.#y + 4, wrap(text, w, smallest, true, 1), look)
    this.#shapes.push(
      head(0, rail, say_('whyLevel')),
      head(rail, ask, say_('whyAsk')),
      head(rail + ask + gap, 200, say_('whyAnswer')),
      ...evidence.flatMap((place, at) => {
        const column = this.#def.columns[at]
        return column === undefined ? [] : [head(place.x, place.w, column.label[this.#language])]
      }),
    )
    this.#bottom = this.#y + headHeight - 4
    this.#y += headHeight
  }

  #turn(heads = false): void {
    if (this.#shapes.length > 0) this.#pages.push({ width: this.#size.width, height: this.#bottom, shapes: this.#shapes })
    this.#shapes = []
    this.#y = 0
    this.#last = null
    if (heads) this.#heads()
  }
}

const rootMark = (right: number, y: number, language: Language): readonly Shape[] => {
  const text = say(words.root, language)
  const w = measure(text, smallest, true) + 16
  return [
    { t: 'rect', x: right - w, y, w, h: 18, r: 9, fill: palette.ok },
    textAt(right - w + 8, y + 2.5, [text], { bold: true, fill: palette.white }),
  ]
}

function columnsFor(def: TreeDef, width: number): Columns {
  const count = def.columns.length
  const room = width - rail - gap
  const shared = count === 0 ? 0 : Math.min(0.5, 0.26 * count)
  const ask = Math.floor(room * (1 - shared) * 0.42)
  const answer = Math.floor(room * (1 - shared) * 0.58)
  const from = rail + ask + gap + answer + gap
  const total = def.columns.reduce((sum, column) => sum + column.width, 0)
  let x = from
  const evidence = def.columns.map((column) => {
    const w = ((width - from) * column.width) / total
    const place = { x, w: w - 6 }
    x += w
    return place
  })
  return { ask, answer: count === 0 ? width - rail - ask - gap - 1 : answer, evidence }
}
