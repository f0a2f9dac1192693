/** Making something out of the selected thing on another canvas, or tying it to something that is there already. */
import { Button, TextInput } from '@mantine/core'
import { IconArrowRight, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSession } from '../session.tsx'
import { chainOf, endKey } from './chain.ts'
import { type Becomes, become, tie } from './edits.ts'
import style from './trail.module.css'

type Choice = { readonly key: string; readonly label: string; readonly place: string; readonly run: () => void }
/** More than this would be a list nobody reads; typing narrows it. */
const shown = 16

export function LinkPicker({ end, close }: { readonly end: TrailEnd; readonly close: () => void }) {
  const session = useSession()
  const { defs, def, value, desk, act, announce, goTo } = session
  const t = useText()
  const both = useBoth()
  const [words, setWords] = useState('')
  const [made, setMade] = useState<TrailEnd | null>(null)
  const titleOf = (id: string): string => {
    const found = defs.find((one) => one.id === id)
    return found === undefined ? id : both(found.title)
  }
  const finish = (to: TrailEnd | undefined): void => {
    if (to === undefined) return
    announce(t('canvas.linked', { place: titleOf(to.of) }))
    setMade(to)
  }
  const becomes: Choice[] = defs
    .filter((one) => one.id !== def.id)
    // A form has many fields; they must not push the other canvases out of sight.
    .sort((a, b) => Number(a.kind === 'form') - Number(b.kind === 'form'))
    .flatMap((one) => targetsOf(one, both).map((target) => ({ ...target, def: one })))
    .map(({ label, part, def: target }) => ({
      key: `${target.id}/${part ?? ''}`,
      label,
      place: both(target.title),
      run: () => finish(act(() => become(desk, end, { def: target, ...(part === undefined ? {} : { part }) } satisfies Becomes))),
    }))
  const near = chainOf(value.trail, end)
  const tied = new Set([...near.before, ...near.after].map((step) => endKey(step.end)))
  const existing: Choice[] = Object.values(value.canvases)
    .filter((canvas) => defs.some((one) => one.id === canvas.def))
    .flatMap((canvas) =>
      canvas.items.filter((item) => item.role !== 'cluster' && item.text !== '').map((item) => ({ of: canvas.def, item })),
    )
    .map(({ of, item }): TrailEnd => ({ place: 'item', of, key: item.id, quote: item.text }))
    .filter((to) => endKey(to) !== endKey(end) && !tied.has(endKey(to)))
    .map((to) => ({
      key: endKey(to),
      label: to.quote,
      place: titleOf(to.of),
      run: () =>
        finish(
          act(() => {
            tie(desk, end, to)
            return to
          }),
        ),
    }))
  const fits = (choice: Choice): boolean =>
    `${choice.label} ${choice.place}`.toLocaleLowerCase('id').includes(words.trim().toLocaleLowerCase('id'))
  if (made !== null)
    return (
      <div className={style.picker}>
        <p role="status">{t('canvas.linked', { place: titleOf(made.of) })}</p>
        <div className={style.row}>
          <Button variant="light" size="xs" onClick={() => goTo(made)} rightSection={<IconArrowRight size={16} stroke={1.75} />}>
            {t('canvas.openThere')}
          </Button>
          <Button variant="default" size="xs" onClick={close}>
            {t('app.close')}
          </Button>
        </div>
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the arrow keys work for all controls inside
    <div
      className={style.picker}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          moveFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
        }
      }}
    >
      <TextInput
        data-autofocus
        ref={(node) => node?.focus()}
        aria-label={t('canvas.linkSearch')}
        placeholder={t('canvas.linkSearch')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ChoiceList title={t('canvas.become')} choices={becomes.filter(fits)} />
      <ChoiceList title={t('canvas.linkTo')} choices={existing.filter(fits)} />
      <Button variant="default" size="xs" onClick={close}>
        {t('app.cancel')}
      </Button>
    </div>
  )
}

function ChoiceList({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  const t = useText()
  if (choices.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {choices.slice(0, shown).map((choice) => (
          <li key={choice.key}>
            <button type="button" onClick={choice.run}>
              <IconRoute size={16} stroke={1.75} aria-hidden />
              <span>
                {choice.label}
                <small>{choice.place}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length > shown ? <p className={style.more}>{t('canvas.moreChoices', { n: choices.length - shown })}</p> : null}
    </section>
  )
}

function moveFocus(within: HTMLElement, step: 1 | -1): void {
  const stops = [...within.querySelectorAll<HTMLElement>('input,button')]
  const at = stops.indexOf(document.activeElement as HTMLElement) // only compared
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
}

/** What a thing can become on a canvas: a card in one of its zones, a cause, a row, a point, or text of a field. */
function targetsOf(def: CanvasDef, both: ReturnType<typeof useBoth>): readonly { readonly label: string; readonly part?: string }[] {
  switch (def.kind) {
    case 'board':
      return def.zones.map((zone) => ({ label: both(zone.label), part: zone.key }))
    case 'tree':
      return [{ label: both(def.levels.direct) }]
    case 'grid':
      return [{ label: both(def.rowLabel) }]
    case 'matrix':
      return [{ label: both(def.itemLabel) }]
    case 'form':
      return def.fields
        .filter((field) => !field.head && (field.type === 'text' || field.type === 'line'))
        .map((field) => ({ label: both(field.label), part: field.key }))
    default:
      return def satisfies never
  }
}
