/** Making something out of what is selected, on any canvas of the method, or tying it to what is there already. */
import { Button, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconChevronRight } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { Target } from '#shared/doc/making.ts'
import type { Innovation, TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useText } from '../app/text.ts'
import { Segmented, StageDot } from '../parts/index.ts'
import { kindIcons, useEndWords } from './end-words.ts'
import style from './target-picker.module.css'
import { type Choice, type ChoiceGroup, useTargetGroups, useThings } from './targets.ts'

export type Way = 'result' | 'source'

type Props = {
  readonly value: Innovation
  readonly defs: readonly CanvasDef[]
  /** What is made into something: one end, or several. */
  readonly ends: readonly TrailEnd[]
  /** The parts of this canvas are shown first. */
  readonly start?: CanvasDef | null
  /** @returns an end of what was made */
  readonly make: (target: Target, joined: boolean) => TrailEnd | undefined
  readonly tie: (end: TrailEnd, way: Way) => void
  readonly open: (end: TrailEnd) => void
  readonly close: () => void
}

/** More than this would be a list nobody reads; typing narrows it. */
const shown = 40

export function TargetPicker({ value, defs, ends, start = null, make, tie, open, close }: Props) {
  const t = useText()
  const both = useBoth()
  const wordsOf = useEndWords(value)
  const [task, setTask] = useState<'make' | 'tie'>('make')
  const [way, setWay] = useState<Way>('result')
  const [joined, setJoined] = useState(false)
  const [canvas, setCanvas] = useState<CanvasDef | null>(start)
  const [words, setWords] = useState('')
  const [done, setDone] = useState<{ readonly end: TrailEnd; readonly said: string } | null>(null)
  const finish = (end: TrailEnd | undefined, said: string): void => {
    if (end !== undefined) setDone({ end, said })
  }
  const run = (choice: Choice): void => {
    if (choice.end !== undefined) {
      const { end } = choice
      tie(end, way)
      finish(end, t('trail.tied', { place: wordsOf(end).where }))
    } else if (choice.parts && choice.part === undefined) {
      setCanvas(choice.def)
      setWords('')
    } else {
      const end = make(choice.part === undefined ? { def: choice.def } : { def: choice.def, part: choice.part }, joined && ends.length > 1)
      finish(end, t('trail.made', { place: both(choice.def.title) }))
    }
  }
  if (done !== null)
    return (
      <div className={style.picker}>
        <p className={style.done} role="status">
          {done.said}
        </p>
        <div className={style.row}>
          <Button
            ref={focusOnce}
            variant="light"
            size="xs"
            onClick={() => open(done.end)}
            rightSection={<IconArrowRight size={16} stroke={1.75} />}
          >
            {t('trail.openThere')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setDone(null)}>
            {t('trail.another')}
          </Button>
          <Button variant="subtle" size="xs" onClick={close}>
            {t('app.close')}
          </Button>
        </div>
      </div>
    )
  const search = t(task === 'tie' ? 'trail.findThing' : canvas === null ? 'trail.findCanvas' : 'trail.findPart')
  const goUp = (): void => {
    if (canvas === null) close()
    else setCanvas(null)
    setWords('')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the arrow keys work for all controls inside
    <div
      className={style.picker}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          goUp()
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return
          event.preventDefault()
          moveFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
        }
      }}
    >
      <Segmented
        label={t('trail.task')}
        value={task}
        segments={[
          { value: 'make', label: t('trail.taskMake') },
          { value: 'tie', label: t('trail.taskTie') },
        ]}
        onChange={setTask}
      />
      {task === 'make' && ends.length > 1 ? (
        <Segmented
          label={t('trail.several')}
          value={joined ? 'joined' : 'each'}
          segments={[
            { value: 'each', label: t('trail.oneEach', { n: ends.length }) },
            { value: 'joined', label: t('trail.oneJoined') },
          ]}
          onChange={(next) => setJoined(next === 'joined')}
        />
      ) : null}
      {task === 'tie' ? (
        <Segmented
          label={t('trail.way')}
          value={way}
          segments={[
            { value: 'result', label: t('trail.becameThat') },
            { value: 'source', label: t('trail.cameFromThat') },
          ]}
          onChange={setWay}
        />
      ) : null}
      {task === 'make' && canvas !== null ? (
        <button type="button" className={style.up} onClick={goUp}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
          {both(canvas.title)}
        </button>
      ) : null}
      <TextInput
        key={`${task}/${canvas?.id ?? ''}`}
        ref={focusOnce}
        data-autofocus
        size="sm"
        aria-label={search}
        placeholder={search}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {task === 'make' ? (
        <Targets value={value} defs={defs} of={ends[0]?.of ?? ''} canvas={canvas} words={words} run={run} />
      ) : (
        <Things value={value} ends={ends} words={words} run={run} />
      )}
      <Button variant="default" size="xs" onClick={close}>
        {t('app.cancel')}
      </Button>
    </div>
  )
}

type Listed = { readonly value: Innovation; readonly words: string; readonly run: (choice: Choice) => void }

function Targets({
  defs,
  of,
  canvas,
  ...rest
}: Listed & { readonly defs: readonly CanvasDef[]; readonly of: string; readonly canvas: CanvasDef | null }) {
  return <Groups groups={useTargetGroups(rest.value, defs, of, canvas, rest.words)} run={rest.run} />
}

function Things({ value, ends, words, run }: Listed & { readonly ends: readonly TrailEnd[] }) {
  return <Groups groups={useThings(value, ends, words)} run={run} />
}

function Groups({ groups, run }: { readonly groups: readonly ChoiceGroup[]; readonly run: (choice: Choice) => void }) {
  const t = useText()
  const id = useId()
  const all = groups.reduce((sum, group) => sum + group.choices.length, 0)
  const cut = useMemo(() => firstOf(groups, shown), [groups])
  if (all === 0) return <p className={style.more}>{t('trail.nothingFound')}</p>
  return (
    <div className={style.groups}>
      {cut.map((group) => (
        <section key={group.key} aria-labelledby={`${id}-${group.key}`}>
          <h3 id={`${id}-${group.key}`}>
            {group.stage === null ? null : <StageDot stage={group.stage} />}
            {group.label}
          </h3>
          <ul>
            {group.choices.map((choice) => {
              const Icon = kindIcons[choice.def.kind]
              return (
                <li key={choice.end === undefined ? `${choice.def.id}/${choice.part ?? ''}` : endKey(choice.end)}>
                  <button type="button" onClick={() => run(choice)}>
                    <Icon size={16} stroke={1.75} aria-hidden />
                    <span>
                      {choice.label}
                      {choice.under === '' ? null : <small>{choice.under}</small>}
                    </span>
                    {choice.parts && choice.part === undefined ? <IconChevronRight size={16} stroke={1.75} aria-hidden /> : null}
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {all > shown ? <p className={style.more}>{t('trail.moreChoices', { n: all - shown })}</p> : null}
    </div>
  )
}

function firstOf(groups: readonly ChoiceGroup[], most: number): readonly ChoiceGroup[] {
  let left = most
  return groups.flatMap((group) => {
    const choices = group.choices.slice(0, Math.max(0, left))
    left -= choices.length
    return choices.length === 0 ? [] : [{ ...group, choices }]
  })
}

/** Only when it appears; a new drawing must not pull the focus back. */
const seen = new WeakSet<HTMLElement>()
function focusOnce(node: HTMLElement | null): void {
  if (node === null || seen.has(node)) return
  seen.add(node)
  node.focus({ preventScroll: true })
}

function moveFocus(within: HTMLElement, step: 1 | -1): void {
  const stops: readonly (Element | null)[] = [...within.querySelectorAll('input:not([type="radio"]),li button')]
  const next = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))]
  if (next instanceof HTMLElement) next.focus()
}
