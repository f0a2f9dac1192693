/** The same tree as chains of "why?" (domain.md 4.4): a ladder of levels, each asking about the answer above it, with its evidence. */
import { Button } from '@mantine/core'
import { IconArrowsSplit, IconPlant2, IconPlus, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { chainTitle, whyQuestion } from '#shared/figure/whys.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Value } from '#shared/model/lab.ts'
import { type TreeNode, type WhyChain, whyChainsOf } from '#shared/rules/tree.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { linesOf } from '../desk.ts'
import { CellField } from '../grid/cell-field.tsx'
import { useSessionOf } from '../session.tsx'
import { type RowAct, RowActs } from './row-acts.tsx'
import { type TreeActs, useTree } from './use-tree.ts'
import { useWarnings } from './warnings.ts'
import { WhyField } from './why-field.tsx'
import style from './whys.module.css'

/** Where the cursor goes once the page shows it: the answer of a node, or the empty one that asks about it. */
type Next = { readonly about: ItemId; readonly how: 'next' | 'also' | 'own' } | null

export function Whys() {
  const { def } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const acts = useTree()
  const { tree } = acts.index
  const chains = whyChainsOf(tree)
  const [next, setNext] = useState<Next>(null)
  const [fresh, setFresh] = useState(false)
  const core = tree.core
  return (
    <div className={style.page}>
      <section className={style.core}>
        <h2>{both(def.levels.core)}</h2>
        <WhyField
          label={both(def.levels.core)}
          text={core?.text ?? ''}
          placeholder={t('tree.startCore', { level: both(def.levels.core).toLowerCase() })}
          readOnly={acts.readOnly}
          focused={false}
          onSave={(text, byKey) => {
            const id = core === null ? acts.create({ kind: 'new', how: 'core', at: null }, text) : core.id
            if (core !== null) acts.write(core.id, text)
            if (byKey && id !== null && chains.length === 0) setNext({ about: id, how: 'next' })
          }}
        />
      </section>
      {core === null ? null : (
        <>
          {acts.readOnly ? null : <p className={style.keys}>{t('tree.whyKeys')}</p>}
          {chains.map((chain, at) => (
            <Chain
              key={chain.rows[0]?.item.id}
              chain={chain}
              at={at}
              alone={chains.length === 1}
              acts={acts}
              above={chain.from?.item ?? core}
              next={next}
              setNext={setNext}
            />
          ))}
          {chains.length === 0 || fresh ? (
            <table className={style.ladder}>
              <Head />
              <tbody>
                <Draft
                  acts={acts}
                  level={1}
                  about={core}
                  hint={t('tree.whyFirst')}
                  focused={next?.about === core.id ? next : false}
                  onMade={(id, byKey) => {
                    setFresh(false)
                    setNext(byKey ? { about: id, how: 'next' } : null)
                  }}
                  onLeave={() => setFresh(false)}
                />
              </tbody>
            </table>
          ) : null}
          {acts.readOnly || chains.length === 0 || fresh ? null : (
            <Button
              variant="default"
              size="sm"
              className={style.new}
              leftSection={<IconPlus size={16} stroke={1.75} />}
              onClick={() => {
                setFresh(true)
                setNext({ about: core.id, how: 'next' })
              }}
            >
              {t('tree.whyNew')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function Head() {
  const { def } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  return (
    <thead>
      <tr>
        <th scope="col">{t('tree.whyLevel')}</th>
        <th scope="col">{t('tree.whyAsk')}</th>
        <th scope="col">{t('tree.whyAnswer')}</th>
        {def.columns.map((column) => (
          <th key={column.key} scope="col">
            {both(column.label)}
          </th>
        ))}
        <th scope="col">
          <span className={style.hidden}>{t('canvas.rowActs')}</span>
        </th>
      </tr>
    </thead>
  )
}

type ChainProps = {
  readonly chain: WhyChain
  readonly at: number
  readonly alone: boolean
  readonly acts: TreeActs
  readonly above: { readonly id: ItemId; readonly text: string }
  readonly next: Next
  readonly setNext: (next: Next) => void
}

function Chain({ chain, at, alone, acts, above, next, setNext }: ChainProps) {
  const t = useText()
  const language = useLanguage()
  const last = chain.rows.at(-1)
  const rooted = chain.rows.some((node) => node.item.root)
  const levels = last?.depth ?? 0
  const ended = last?.item.root === true
  const about = (step: number): { readonly id: ItemId; readonly text: string } => chain.rows[step - 1]?.item ?? above
  const title = chainTitle(chain, at, language)
  return (
    <section className={style.chain} data-branch={chain.from === null ? undefined : true}>
      <header>
        <h3 data-quiet={alone || undefined}>{title}</h3>
        <span data-done={rooted || undefined}>{t(rooted ? 'tree.whyDone' : 'tree.whyOf', { n: levels })}</span>
      </header>
      <table className={style.ladder} aria-label={title}>
        <Head />
        <tbody>
          {chain.rows.map((node, step) => (
            <Rung key={node.item.id} node={node} about={about(step)} acts={acts} next={next} setNext={setNext} />
          ))}
          {chain.rows.map((node, step) =>
            next?.how === 'also' && next.about === node.item.id ? (
              <Draft
                key={`also-${node.item.id}`}
                acts={acts}
                level={node.depth}
                about={about(step)}
                hint={t('tree.whyAlso', { n: node.depth })}
                focused={next}
                beside={node.item.id}
                onMade={(id, byKey) => setNext(byKey ? { about: id, how: 'next' } : null)}
                onLeave={() => setNext(null)}
              />
            ) : null,
          )}
          {last === undefined || acts.readOnly || (ended && !(next?.how === 'next' && next.about === last.item.id)) ? null : (
            <Draft
              key={`next-${last.item.id}`}
              acts={acts}
              level={last.depth + 1}
              about={last.item}
              hint={t('tree.whyNext')}
              focused={next?.how === 'next' && next.about === last.item.id ? next : false}
              onMade={(id, byKey) => setNext(byKey ? { about: id, how: 'next' } : null)}
              onLeave={() => setNext(null)}
            />
          )}
        </tbody>
      </table>
      {rooted || levels < 3 ? null : <p className={style.stop}>{t(levels >= 5 ? 'tree.whyLong' : 'tree.whyStop')}</p>}
    </section>
  )
}

type RungProps = Pick<ChainProps, 'acts' | 'next' | 'setNext'> & {
  readonly node: TreeNode
  readonly about: { readonly id: ItemId; readonly text: string }
}

function Rung({ node, about, acts, next, setNext }: RungProps) {
  const { def, selection, select, openLinks, linked } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const warning = useWarnings(acts).get(node.item.id)
  const { id } = node.item
  const question = whyQuestion(about.text, language)
  const goOn = (): void => {
    const first = node.children[0]
    setNext(first === undefined ? { about: id, how: 'next' } : { about: first.item.id, how: 'own' })
  }
  const list: readonly RowAct[] = [
    { key: 'also', label: t('tree.toolAnswer'), run: () => setNext({ about: id, how: 'also' }) },
    { key: 'root', label: t('canvas.toolRoot'), pressed: node.item.root, run: () => acts.markRoot(id) },
    { key: 'vote', label: t('tree.toolVote'), run: () => acts.vote(id, 1) },
    ...(node.item.votes > 0 ? [{ key: 'unvote', label: t('tree.takeVote'), run: () => acts.vote(id, -1) }] : []),
    { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(id, -1) },
    { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(id, 1) },
    { key: 'out', label: t('canvas.outdent'), run: () => acts.outdent(id) },
    {
      key: 'link',
      label: t('canvas.linkOrBecome'),
      run: () => {
        select([id])
        openLinks()
      },
    },
    { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove(id) },
  ]
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!event.altKey || acts.readOnly) return
    const run =
      event.key === 'Enter'
        ? () => setNext({ about: id, how: 'also' })
        : event.key === 'ArrowUp' || event.key === 'ArrowDown'
          ? () => acts.shift(id, event.key === 'ArrowUp' ? -1 : 1)
          : event.key.toLowerCase() === 'a'
            ? () => acts.markRoot(id)
            : undefined
    if (run === undefined) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return (
    <tr
      data-level={node.item.root ? 'root' : node.depth === 1 ? 'direct' : undefined}
      data-current={selection.active === id || undefined}
      onFocus={() => selection.active !== id && select([id])}
      onKeyDownCapture={onKeyDown}
    >
      <th scope="row" data-label={t('tree.whyLevel')}>
        <span className={style.number}>{node.depth}</span>
      </th>
      <td data-label={t('tree.whyAsk')} className={style.ask}>
        {question}
      </td>
      <td data-label={t('tree.whyAnswer')} className={style.answer}>
        <WhyField
          label={t('tree.whyAnswerAt', { n: node.depth, question })}
          text={node.item.text}
          placeholder={t('canvas.noText')}
          readOnly={acts.readOnly}
          focused={next?.how === 'own' && next.about === id ? next : false}
          onSave={(text, byKey) => {
            acts.write(id, text)
            if (byKey) goOn()
          }}
        />
        <div className={style.marks}>
          {node.item.root ? (
            <span className={style.root}>
              <IconPlant2 size={14} stroke={1.75} aria-hidden />
              {both(def.levels.root)}
            </span>
          ) : null}
          {node.item.votes > 0 ? <span>{t('tree.voted', { n: node.item.votes })}</span> : null}
          {linked.has(`item/${def.id}/${id}`) ? <IconRoute size={14} stroke={1.75} aria-label={t('canvas.hasTrail')} /> : null}
          {warning === undefined ? null : <span className={style.warn}>{warning}</span>}
        </div>
      </td>
      {def.columns.map((column) => (
        <td key={column.key} data-label={both(column.label)} className={style.cell}>
          {column.type === 'text' ? (
            <WhyField
              label={t('tree.whyEvidenceAt', { column: both(column.label), n: node.depth })}
              text={textOf(node.item.values[column.key])}
              placeholder={both(column.label)}
              readOnly={acts.readOnly}
              focused={false}
              onSave={(text, byKey) => {
                if (text !== textOf(node.item.values[column.key])) acts.setValue(id, column.key, text === '' ? null : text)
                if (byKey) goOn()
              }}
            />
          ) : (
            <CellField
              column={column}
              item={node.item}
              readOnly={acts.readOnly}
              hideLabel
              onChange={(value) => acts.setValue(id, column.key, value)}
            />
          )}
        </td>
      ))}
      <td className={style.rowActs}>
        {acts.readOnly ? null : (
          <>
            <button
              type="button"
              className={style.also}
              title={t('tree.toolAnswer')}
              aria-label={t('tree.whyAlso', { n: node.depth })}
              onClick={() => setNext({ about: id, how: 'also' })}
            >
              <IconArrowsSplit size={16} stroke={1.75} aria-hidden />
            </button>
            <RowActs label={t('tree.whyRow', { n: node.depth })} acts={list} />
          </>
        )}
      </td>
    </tr>
  )
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

type DraftProps = {
  readonly acts: TreeActs
  readonly level: number
  readonly about: { readonly id: ItemId; readonly text: string }
  readonly hint: string
  readonly focused: object | false
  /** The answer it stands beside; absent for a next level. */
  readonly beside?: ItemId
  readonly onMade: (id: ItemId, byKey: boolean) => void
  readonly onLeave: () => void
}

/** A level that is not in the document until something is written in it. */
function Draft({ acts, level, about, hint, focused, beside, onMade, onLeave }: DraftProps) {
  const { def } = useSessionOf('tree')
  const t = useText()
  const language = useLanguage()
  const question = whyQuestion(about.text, language)
  const how =
    beside === undefined ? ({ kind: 'new', how: 'child', at: about.id } as const) : ({ kind: 'new', how: 'sibling', at: beside } as const)
  return (
    <tr data-draft>
      <th scope="row" data-label={t('tree.whyLevel')}>
        <span className={style.number}>{level}</span>
      </th>
      <td data-label={t('tree.whyAsk')} className={style.ask}>
        {question}
      </td>
      <td data-label={t('tree.whyAnswer')} className={style.answer}>
        <WhyField
          label={t('tree.whyAnswerAt', { n: level, question })}
          text=""
          placeholder={hint}
          readOnly={acts.readOnly}
          focused={focused}
          onLines={(text) => acts.createMany(how, linesOf(text))}
          onSave={(text, byKey) => {
            const id = text === '' ? null : acts.create(how, text)
            if (id === null) onLeave()
            else onMade(id, byKey)
          }}
        />
      </td>
      <td colSpan={def.columns.length + 1} className={style.blank} />
    </tr>
  )
}
