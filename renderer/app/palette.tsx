/** Ctrl+K: find anything, run any act. */
import { Modal } from '@mantine/core'
import { IconBolt, IconBuildingCommunity, IconBulb, IconMapPin, IconRoute2, type TablerIcon } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { actions, type Situation } from '../actions/actions.ts'
import { useLabData, useLabs } from '../lab/lab-context.tsx'
import { useLabScope } from '../lab/open-lab.tsx'
import { regionName } from '../lab/region-name.ts'
import { setView, viewStore } from '../state/view.ts'
import css from './frame.module.css'
import { findItems, type Item } from './palette-items.ts'
import { go, places } from './places.ts'
import { useText } from './text.ts'

export function Palette({ situation }: { readonly situation: Situation }) {
  const open = useStore(viewStore, (view) => view.palette)
  const t = useText()
  return (
    <Modal
      opened={open}
      onClose={() => setView({ palette: false })}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset={72}
      attributes={{ content: { 'aria-label': t('app.findAnything') } }}
      transitionProps={{ duration: 0 }}
    >
      <Finder situation={situation} />
    </Modal>
  )
}

const icons: Readonly<Record<Item['kind'], TablerIcon>> = {
  action: IconBolt,
  lab: IconMapPin,
  innovation: IconBulb,
  unit: IconBuildingCommunity,
  stage: IconRoute2,
}
const kindWord = {
  action: 'app.kindAction',
  lab: 'app.kindLab',
  innovation: 'app.kindInnovation',
  unit: 'app.kindUnit',
  stage: 'app.kindStage',
} as const

function Finder({ situation }: { readonly situation: Situation }) {
  const t = useText()
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const items = useItems(situation)
  const found = useMemo(() => findItems(items, query), [items, query])
  const chosen = Math.min(at, found.length - 1)

  const run = (item: Item | undefined) => {
    if (!item) return
    setView({ palette: false })
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = (chosen + step + found.length) % Math.max(1, found.length)
      setAt(next)
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(found[chosen])
    }
  }
  return (
    <div className={css.finder}>
      <input
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('app.findHint')}
        aria-label={t('app.findAnything')}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
      />
      <div role="listbox" id={list} aria-label={t('app.findAnything')} className={css.found}>
        {found.map((item, n) => {
          const Icon = icons[item.kind]
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys of the whole list
            <div
              key={item.id}
              id={`${list}-${n}`}
              role="option"
              tabIndex={-1}
              aria-selected={n === chosen}
              onClick={() => run(item)}
              onMouseMove={() => setAt(n)}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              <span>{item.label}</span>
              {item.more !== '' && <small>{item.more}</small>}
              <em>{t(kindWord[item.kind])}</em>
            </div>
          )
        })}
      </div>
      {found.length === 0 && <p role="status">{t('app.findNothing', { words: query })}</p>}
    </div>
  )
}

function useItems(situation: Situation): readonly Item[] {
  const t = useText()
  const scope = useLabScope()
  const labs = useLabs()
  const data = useLabData()
  const overviews = useStore(data, (all) => all.overviews)
  return useMemo(() => {
    const items: Item[] = actions
      .filter((action) => action.inPalette && action.when(situation))
      .map((action) => ({ id: action.id, kind: 'action', label: t(action.label), more: '', run: () => action.run(situation) }))
    if (scope.state === 'open') {
      const { id, lab, stages } = scope.open
      for (const { key, label } of stages)
        items.push({ id: `stage:${key}`, kind: 'stage', label, more: '', run: () => go(places.stage(id, key)) })
      for (const one of overviews[id]?.innovations ?? []) {
        if (one.archived) continue
        const unit = lab.units.find((unit) => unit.id === one.unit)?.name ?? ''
        items.push({
          id: `innovation:${one.id}`,
          kind: 'innovation',
          label: one.name,
          more: unit,
          run: () => go(places.innovation(id, one.id)),
        })
      }
      for (const unit of lab.units)
        items.push({ id: `unit:${unit.id}`, kind: 'unit', label: unit.name, more: unit.short, run: () => go(places.people(id)) })
    }
    for (const one of labs ?? []) {
      items.push({
        id: `lab:${one.id}`,
        kind: 'lab',
        label: regionName(one, t),
        more: t('app.labYear', { jilid: one.jilid, year: one.year }),
        run: () => go(places.lab(one.id)),
      })
    }
    return items
  }, [situation, scope, labs, overviews, t])
}
