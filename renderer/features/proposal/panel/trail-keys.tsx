/** The trail of the open section by key, wherever the focus is: to a source, to a result, back, and making something of what is written. */
import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { unmake } from '#shared/doc/making.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addLink } from '#shared/doc/trail.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import { allCanvases } from '#shared/rules/packs.ts'
import { stepsFrom } from '#shared/rules/trail.ts'
import { go, places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { wantFocus } from '../../../state/arrival.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { useEndWords } from '../../../trail/end-words.ts'
import { TargetPicker } from '../../../trail/target-picker.tsx'
import { back, leave, walkKey } from '../../../trail/walk.ts'
import { WalkPicker } from '../../../trail/walk-picker.tsx'
import { useSectionDesk } from '../desk.tsx'
import { asStep } from '../editor/edits.ts'
import { chosenText, makeOfSection } from './section-trail.ts'

/** The words something is to be made of; null while nobody asked. */
const becomingStore = createStore<{ readonly quote: string | null }>(() => ({ quote: null }))

/** Asks what the chosen words of the section shall become. */
export function useBecome(): () => void {
  const { editor, announce } = useSectionDesk()
  const t = useText()
  return () => {
    const quote = editor === null ? '' : chosenText(editor)
    if (quote === '') announce(t('trail.nothingChosen'))
    else becomingStore.setState({ quote })
  }
}

/** Follows the trail from the open section; the way back leads here. */
export function useFollow(): (end: TrailEnd) => void {
  const { lab, innovation, form, section } = useSectionDesk()
  const both = useBoth()
  const arrive = useArrive()
  return (end) => {
    leave({ lab, innovation, end: { place: 'section', of: form.id, key: section.key, quote: both(section.title) } })
    arrive(end)
  }
}

/** Back to where the walk stood before. */
export function useGoBack(): () => void {
  const { innovation, announce } = useSectionDesk()
  const t = useText()
  const arrive = useArrive()
  return () => {
    const stop = back(innovation)
    if (stop === null) announce(t('trail.noBack'))
    else arrive(stop.end)
  }
}

function useArrive(): (end: TrailEnd) => void {
  const { lab, innovation, form, open } = useSectionDesk()
  return (end) => {
    if (end.place === 'section' && end.of === form.id) return open(end.key, {})
    wantFocus(end)
    go(end.place === 'section' ? places.proposal(lab, innovation, end.of) : places.canvas(lab, innovation, end.of))
  }
}

export function TrailKeys() {
  const { form, section, value, editor, readOnly, announce } = useSectionDesk()
  const t = useText()
  const become = useBecome()
  const follow = useFollow()
  const goBack = useGoBack()
  const wordsOf = useEndWords(value)
  const [fork, setFork] = useState<{ readonly way: 'source' | 'result'; readonly ends: readonly TrailEnd[] } | null>(null)
  const step = (way: 'source' | 'result'): void => {
    const links = stepsFrom(value.trail, { place: 'section', of: form.id, key: section.key }, way)
    const under = way === 'source' && editor?.isActive('source') ? editor.getAttributes('source')['link'] : undefined
    const quoted = value.trail.filter(({ id }) => id === under)
    const ends = (quoted.length > 0 ? quoted : links).map((link) => (way === 'source' ? link.from : link.to))
    const there = ends.filter((end) => wordsOf(end).now !== null)
    const [only] = there
    if (only === undefined)
      announce(t(ends.length > 0 ? 'trail.onlyGone' : way === 'source' ? 'trail.sectionNoSource' : 'trail.sectionNoResult'))
    else if (there.length === 1) follow(only)
    else setFork({ way, ends: there })
  }
  const onKey = (event: KeyboardEvent): void => {
    const key = walkKey(event)
    if (key === null) return
    event.preventDefault()
    if (key === 'become') {
      if (!readOnly) become()
    } else if (key === 'back') goBack()
    else step(key)
  }
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => latest.current(event)
    window.addEventListener('keydown', hear)
    return () => {
      window.removeEventListener('keydown', hear)
      becomingStore.setState({ quote: null })
    }
  }, [])
  return (
    <>
      <Becoming />
      {fork === null ? null : (
        <WalkPicker
          value={value}
          title={t(fork.way === 'source' ? 'trail.whichSource' : 'trail.whichResult')}
          ends={fork.ends}
          go={(end) => {
            setFork(null)
            follow(end)
          }}
          close={() => setFork(null)}
        />
      )}
    </>
  )
}

function Becoming() {
  const { form, section, value, doc, editor, me, announce } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const packs = usePacks()
  const follow = useFollow()
  const quote = useStore(becomingStore, (now) => now.quote)
  const close = (): void => becomingStore.setState({ quote: null })
  if (quote === null || editor === null) return null
  const end: TrailEnd = { place: 'section', of: form.id, key: section.key, quote }
  const defs = allCanvases(packs)
  return (
    <Modal opened onClose={close} title={t('trail.becomeParagraph')} closeButtonProps={{ 'aria-label': t('app.close') }} size={460}>
      <TargetPicker
        value={value}
        defs={defs}
        ends={[end]}
        make={(target, joined) => {
          const making = { doc, newId: newId<'item'>, newLinkId: newId<'link'>, me, now: nowIso(), language }
          const made = makeOfSection(editor, making, end, target, joined)
          const said = t('trail.made', { place: both(target.def.title) })
          announce(said)
          notify.undoable(said, () => asStep(editor, () => unmake(doc, defs, made, byPerson)))
          return made[0]?.link.to
        }}
        tie={(other, way) =>
          asStep(editor, () => {
            const [from, to] = way === 'result' ? [end, other] : [other, end]
            addLink(doc, { id: newId<'link'>(), from, to, by: me, at: nowIso() }, byPerson)
          })
        }
        open={(there) => {
          close()
          follow(there)
        }}
        close={close}
      />
    </Modal>
  )
}
