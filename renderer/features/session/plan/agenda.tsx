/** The agenda of one session: blocks in order, each with the time that follows from those before it. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown, IconCoffee, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { byPerson } from '#shared/doc/origins.ts'
import { planScope, putBlock } from '#shared/doc/sessions.ts'
import type { BlockId } from '#shared/model/ids.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { allCanvases, canvasOf } from '#shared/rules/packs.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import { breakBlock, desksFor, emptyBlock, type PlannedBlock, planFromAgenda, sessionEnd, withBreaks } from '#shared/rules/session-plan.ts'
import { blockTimes, sessionMinutes, type TurnCounts } from '#shared/rules/session-time.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { type Undo, useUndo } from '../../../collab/use-undo.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Panel } from '../../../parts/index.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import { notify } from '../../../state/notify.ts'
import { BlockDetails, usualTurn } from './block-details.tsx'
import { type BlockActs, BlockRow, leadList } from './block-row.tsx'
import { dropBlock, duplicateBlock, insertBlock, mergeBlocks, moveBlock } from './edits.ts'
import type { Choice } from './fields.tsx'
import css from './plan.module.css'
import { activities, lengthWords, peopleToLead } from './words.ts'

type Props = { readonly session: Session; readonly counts: TurnCounts }

export function Agenda({ session, counts }: Props) {
  const t = useText()
  const language = useLanguage()
  const { lab, doc, readOnly } = useOpenLab()
  const undo = useUndo(doc, planScope(doc, session.id))
  useUndoKeys(undo, readOnly)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focusLater = useFocusLater(list, session.blocks)
  const canvases = useCanvasChoices(session)
  const toggle = (id: string) => setOpen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]))
  /** A step of its own for the undo key. */
  const step = <T,>(change: () => T): T => {
    undo.stop()
    const done = change()
    undo.stop()
    return done
  }
  const move = (id: BlockId, to: number) => {
    if (!step(() => moveBlock(doc, session, id, to))) return
    const name = session.blocks.find((block) => block.id === id)?.title || t('plan.untitled')
    setSaid(t('plan.movedTo', { name, n: to + 1, of: session.blocks.length }))
    focusLater(id)
  }
  const grip = useRowDrag<BlockId>(list, move)
  const insert = (block: PlannedBlock, at: number) =>
    focusLater(
      step(() => insertBlock(doc, session, block, at)),
      'title',
    )
  const actsOf = (block: SessionBlock, at: number): BlockActs => ({
    write: (patch) => putBlock(doc, session.id, block.id, patch, byPerson),
    insert: (kind) =>
      insert(kind === 'break' ? breakOf(session, at + 1, language) : { ...emptyBlock, title: t('plan.newActivity') }, at + 1),
    duplicate: () =>
      focusLater(
        step(() => duplicateBlock(doc, session, block)),
        'title',
      ),
    move: (steps) => move(block.id, at + steps),
    remove: () => {
      notify.undoable(
        t('plan.removed', { name: block.title || t('plan.untitled') }),
        step(() => dropBlock(doc, session.id, block)),
      )
      const next = session.blocks[at + 1] ?? session.blocks[at - 1]
      if (next !== undefined) focusLater(next.id)
    },
  })
  const times = blockTimes(session, counts)
  const end = sessionEnd(session, counts)
  const total = t('plan.total', { n: activities(session), time: lengthWords(sessionMinutes(session, counts), t) })
  return (
    <Panel
      title={t('plan.agenda')}
      note={end === '' ? total : `${total}, ${t('plan.ends', { clock: clockText(end, language) })}`}
      side={readOnly ? undefined : <UndoButtons undo={undo} />}
    >
      <datalist id={leadList}>
        {peopleToLead(lab.people).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {times.length === 0 && <p className={css.soft}>{t('plan.empty')}</p>}
      <ol ref={list} className={css.rows}>
        {times.map((time, at) => {
          const acts = actsOf(time.block, at)
          return (
            <BlockRow
              key={time.block.id}
              time={time}
              first={at === 0}
              last={at === times.length - 1}
              open={open.has(time.block.id)}
              readOnly={readOnly}
              canvases={canvases}
              acts={acts}
              grip={grip(time.block.id, at)}
              onToggle={() => toggle(time.block.id)}
            >
              <BlockDetails session={session} time={time} counts={counts} readOnly={readOnly} write={acts.write} />
            </BlockRow>
          )
        })}
      </ol>
      {!readOnly && <AddActs session={session} counts={counts} insert={(block) => insert(block, session.blocks.length)} />}
      {!readOnly && times.length > 1 && <p className={css.hint}>{t('plan.keysHint')}</p>}
      <p className={css.hidden} role="status">
        {said}
      </p>
    </Panel>
  )
}

/** Lunch once the morning is over, coffee before and after. */
function breakOf(session: Session, at: number, language: 'id' | 'en'): PlannedBlock {
  const before = session.blocks.slice(0, at)
  const rested = before.some(({ kind, minutes }) => kind === 'break' && minutes >= 45)
  const rest = breakBlock(at >= session.blocks.length / 2 && !rested ? 'lunch' : 'coffee', language)
  // Put in by hand, so it is nobody's proposal.
  return { ...rest, script: '' }
}

function AddActs({ session, counts, insert }: Props & { readonly insert: (block: PlannedBlock) => void }) {
  const t = useText()
  const language = useLanguage()
  const { doc, stages } = useOpenLab()
  const stage = stages.find(({ key }) => key === session.stage)
  const empty = session.blocks.length === 0
  const days = empty && stage ? planFromAgenda(stage.def, language, counts, session.start === '' ? {} : { start: session.start }) : []
  const rested = withBreaks(session.blocks, session.start, language, counts)
  return (
    <div className={css.adds}>
      {days.map(({ day, blocks }) => (
        <Button key={day} variant="light" size="sm" onClick={() => mergeBlocks(doc, session, blocks)}>
          {days.length > 1 ? t('plan.fillDay', { n: day }) : t('plan.fill')}
        </Button>
      ))}
      <Button.Group>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => insert({ ...emptyBlock, title: t('plan.newActivity') })}
        >
          {t('plan.addActivity')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="sm" px={8} aria-label={t('plan.addOther')}>
              <IconChevronDown size={16} stroke={1.75} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => insert(breakOf(session, session.blocks.length, language))}>{t('plan.addBreak')}</Menu.Item>
            <Menu.Item
              onClick={() =>
                insert({
                  ...emptyBlock,
                  kind: 'desks',
                  title: t('plan.newDesks'),
                  each: usualTurn,
                  desks: desksFor(usualTurn, counts.unit),
                })
              }
            >
              {t('plan.addDesks')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {rested.length > session.blocks.length && (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconCoffee size={16} stroke={1.75} aria-hidden />}
          onClick={() => mergeBlocks(doc, session, rested)}
        >
          {t('plan.fillBreaks')}
        </Button>
      )}
    </div>
  )
}

function UndoButtons({ undo }: { readonly undo: Undo }) {
  const t = useText()
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        disabled={!undo.canUndo}
        aria-label={t('app.undo')}
        title={`${t('app.undo')} (Ctrl+Z)`}
        onClick={undo.undo}
      >
        <IconArrowBackUp size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        disabled={!undo.canRedo}
        aria-label={t('app.redo')}
        title={`${t('app.redo')} (Ctrl+Y)`}
        onClick={undo.redo}
      >
        <IconArrowForwardUp size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </>
  )
}

/** Everywhere on the page: the browser's own undo of a field does not know what was written meanwhile. */
function useUndoKeys(undo: Undo, off: boolean): void {
  const latest = useRef(undo)
  latest.current = undo
  useEffect(() => {
    if (off) return
    const hear = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      // A text for WhatsApp or a search has a history of its own.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) latest.current.redo()
      else latest.current.undo()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [off])
}

/** Puts the focus into a row once the document has drawn it; the part it was in, or the one that is named. */
function useFocusLater(list: React.RefObject<HTMLElement | null>, blocks: readonly SessionBlock[]) {
  const wanted = useRef<{ readonly id: string; readonly part: string } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever the blocks are drawn anew
  useEffect(() => {
    const now = wanted.current
    if (now === null) return
    const found = list.current?.querySelector<HTMLElement>(`[data-block="${now.id}"] [data-part="${now.part}"]`)
    if (found === null || found === undefined) return
    wanted.current = null
    found.focus()
    found.scrollIntoView({ block: 'nearest' })
    if (now.part === 'title' && found instanceof HTMLInputElement && found !== document.activeElement) found.select()
  }, [blocks])
  return (
    id: string,
    part = document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['part'] ?? 'fold') : 'fold',
  ) => {
    wanted.current = { id, part }
  }
}

function useCanvasChoices(session: Session): readonly Choice[] {
  const t = useText()
  const say = useBoth()
  const packs = usePacks()
  const { stages } = useOpenLab()
  const own = stages.find(({ key }) => key === session.stage)?.def.canvases
  return useMemo(() => {
    const here = new Set(own)
    const choice = (id: string, group: string): Choice => {
      const def = canvasOf(packs, id)
      return { value: id, label: def ? say(def.title) : id, group }
    }
    const others = allCanvases(packs).filter(({ id }) => !here.has(id))
    return [
      { value: '', label: t('plan.noCanvas') },
      ...[...here].map((id) => choice(id, t('plan.ofStage'))),
      ...others.map(({ id }) => choice(id, t('plan.others'))),
    ]
  }, [packs, own, say, t])
}
