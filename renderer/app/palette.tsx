/** Ctrl+K: find anything, run any act. */
import { Modal } from '@mantine/core'
import {
  IconBolt,
  IconBook2,
  IconBuildingCommunity,
  IconBulb,
  IconCalendarEvent,
  IconFileText,
  IconLayoutBoard,
  IconListCheck,
  IconMapPin,
  IconRoute2,
  IconTrophy,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { actions, type Situation } from '../actions/actions.ts'
import { ChatWriting } from '../chat/chat-text.tsx'
import { useAbout, useLab, useLabData, useLabs, usePacks } from '../lab/lab-context.tsx'
import { useLabScope } from '../lab/open-lab.tsx'
import { regionName } from '../lab/region-name.ts'
import { setView, viewStore } from '../state/view.ts'
import css from './frame.module.css'
import own from './palette.module.css'
import { labActs, todayIn } from './palette-acts.ts'
import { useConventionItems } from './palette-conventions.ts'
import { type Found, findGroups, type Item, type ItemKind, indexOf, withRecent } from './palette-items.ts'
import { guideItems, labItems, type Sources } from './palette-sources.ts'
import { go, places } from './places.ts'
import { useLanguage, useText } from './text.ts'

export function Palette({ situation }: { readonly situation: Situation }) {
  const open = useStore(viewStore, (view) => view.palette)
  const t = useText()
  const [writing, setWriting] = useState<string | null>(null)
  const close = () => setView({ palette: false })
  useEffect(() => {
    if (!open) setWriting(null)
  }, [open])
  return (
    <Modal
      opened={open}
      onClose={close}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset={72}
      attributes={{ content: { 'aria-label': t('app.findAnything') } }}
      transitionProps={{ duration: 0 }}
    >
      {writing === null ? (
        <Finder situation={situation} onText={setWriting} />
      ) : (
        <div className={own.writing}>
          <ChatWriting made={writing} onClose={() => setWriting(null)} closeLabel={t('palette.back')} />
        </div>
      )}
    </Modal>
  )
}

const icons: Readonly<Record<ItemKind, TablerIcon>> = {
  action: IconBolt,
  session: IconCalendarEvent,
  innovation: IconBulb,
  unit: IconBuildingCommunity,
  person: IconUser,
  followup: IconListCheck,
  convention: IconTrophy,
  canvas: IconLayoutBoard,
  stage: IconRoute2,
  document: IconFileText,
  guide: IconBook2,
  lab: IconMapPin,
}

type Finding = { readonly situation: Situation; readonly onText: (text: string) => void }

function Finder({ situation, onText }: Finding) {
  const t = useText()
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const items = useItems(situation, onText)
  const index = useMemo(() => indexOf(items), [items])
  const recent = useRecent(situation)
  const groups = useMemo(() => findGroups(index, query, recent.ids), [index, query, recent.ids])
  const flat = groups.flatMap(({ found }) => found)
  const chosen = Math.min(at, flat.length - 1)

  const run = (item: Item | undefined) => {
    if (!item) return
    // Commands are always near; what was opened is what one comes back to.
    if (item.kind !== 'action') recent.note(item.id)
    // A text for WhatsApp stays in the palette.
    if (item.id !== 'do:chat') setView({ palette: false })
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = (chosen + step + flat.length) % Math.max(1, flat.length)
      setAt(next)
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(flat[chosen]?.item)
    }
  }
  let n = -1
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
        placeholder={t('palette.hint')}
        aria-label={t('app.findAnything')}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={flat.length > 0 ? `${list}-${chosen}` : undefined}
      />
      <div role="listbox" id={list} aria-label={t('app.findAnything')} className={own.list}>
        {groups.map(({ kind, found, of }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={kind} role="group" aria-label={t(`palette.${kind}`)} className={own.group}>
            <header aria-hidden>
              {t(`palette.${kind}`)}
              {found.length < of && <span>{t('palette.someOf', { n: found.length, of })}</span>}
            </header>
            {found.map((one) => {
              n += 1
              const place = n
              return (
                <Option
                  key={one.item.id}
                  id={`${list}-${place}`}
                  one={one}
                  chosen={place === chosen}
                  onChoose={() => setAt(place)}
                  onRun={() => run(one.item)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 && <p role="status">{t('app.findNothing', { words: query })}</p>}
    </div>
  )
}

function Option(props: {
  readonly id: string
  readonly one: Found
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onRun: () => void
}) {
  const { item } = props.one
  const Icon = icons[item.kind]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys of the whole list
    <div
      id={props.id}
      className={own.option}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      onClick={props.onRun}
      onMouseMove={props.onChoose}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{marked(props.one)}</span>
      {item.more !== '' && <small>{item.more}</small>}
    </div>
  )
}

/** The label with its matched letters marked. */
function marked({ item: { label }, marks }: Found): ReactNode {
  let at = 0
  const parts = marks.flatMap(([from, to]) => {
    const before = label.slice(at, from)
    at = to
    return [before, <mark key={from}>{label.slice(from, to)}</mark>]
  })
  return [...parts, label.slice(at)]
}

/** What was opened last, remembered on this laptop. */
function useRecent({ settings, changeSettings, canMakeLabs }: Situation) {
  const { recent } = settings.view
  const ids = useMemo(() => (Array.isArray(recent) ? recent.filter((one) => typeof one === 'string') : []), [recent])
  const note = (id: string) => {
    // Settings belong to the person at this machine.
    if (canMakeLabs) changeSettings({ view: { ...settings.view, recent: withRecent(ids, id) } })
  }
  return { ids, note }
}

function useItems(situation: Situation, onText: (text: string) => void): readonly Item[] {
  const t = useText()
  const language = useLanguage()
  const labs = useLabs()
  const packs = usePacks()
  const sources = useSources()
  const client = useLab()
  const canProject = useAbout()?.canProject ?? false
  const conventions = useConventionItems(sources?.open.id ?? null)
  return useMemo(() => {
    const commands = actions
      .filter((action) => action.inPalette && action.when(situation))
      .map((action): Item => ({ id: action.id, kind: 'action', label: t(action.label), more: '', run: () => action.run(situation) }))
    const ofLab = sources === null ? [] : [...labActs(sources, { client, canProject, show: onText }), ...labItems(sources)]
    const others = (labs ?? []).map(
      (one): Item => ({
        id: `lab:${one.id}`,
        kind: 'lab',
        label: regionName(one, t),
        more: t('app.labYear', { jilid: one.jilid, year: one.year }),
        also: `${one.province} ${one.theme}`,
        run: () => go(places.lab(one.id)),
      }),
    )
    return [...ofLab, ...conventions, ...commands, ...guideItems(packs, language), ...others]
  }, [situation, sources, conventions, labs, packs, client, canProject, onText, t, language])
}

/** What the open lab is read from; null while none is open. */
function useSources(): Sources | null {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const scope = useLabScope()
  const data = useLabData()
  const open = scope.state === 'open' ? scope.open : null
  const overview = useStore(data, (all) => (open === null ? undefined : all.overviews[open.id]))
  useEffect(() => {
    // A page that shows no innovations has not asked for them; without an answer the palette finds the rest.
    if (open !== null && overview === undefined) data.loadOverview(open.id).catch(() => undefined)
  }, [open, overview, data])
  return useMemo(() => {
    if (open === null) return null
    const innovation = /^#\/lab\/[^/]+\/inovasi\/([^/]+)/u.exec(window.location.hash)?.[1] ?? null
    return { open, innovations: overview?.innovations ?? [], packs, innovation, today: todayIn(open.lab), t, language }
  }, [open, overview, packs, t, language])
}
