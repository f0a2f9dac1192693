/** The state of one review and everything that can be done in it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { setLook } from '#shared/doc/looks.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { reviewKey } from '#shared/doc/reviews.ts'
import type { Innovation, Look } from '#shared/model/lab.ts'
import { go, places } from '../../app/places.ts'
import { sayNow } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { type Answer, finish, giveAnswers } from './acts.ts'
import { setDone } from './going.ts'
import type { PartActs } from './part-card.tsx'
import { withQuick } from './remark-box.tsx'
import type { Going } from './review-page.tsx'
import type { Signer } from './signer.ts'
import type { Part, Subject } from './subject.ts'

type Given = {
  readonly doc: Y.Doc
  readonly value: Innovation
  readonly subject: Subject
  readonly going: Going
  readonly signer: Signer
  readonly readOnly: boolean
}

export type ReviewCounts = { readonly ok: number; readonly mend: number; readonly open: number }

export type ReviewDesk = {
  /** What a coach last saw when this review was opened. */
  readonly base: Look | null
  readonly reviewed: readonly Part[]
  readonly counts: ReviewCounts
  readonly current: string
  readonly drafts: Readonly<Record<string, string>>
  /** Key of the part whose remark was to be kept while it said nothing. */
  readonly lacks: string
  readonly note: string
  readonly setNote: (note: string) => void
  /** An act waits for the name of who reviews. */
  readonly asked: boolean
  readonly nameField: React.RefObject<HTMLInputElement | null>
  readonly acts: PartActs
  readonly step: (by: 1 | -1, arrow: boolean) => boolean
  readonly quick: (text: string) => void
  readonly end: (kind: 'returned' | 'accepted', all?: boolean) => void
  readonly team: (by: 1 | -1) => void
}

export function useReview(given: Given): ReviewDesk {
  const { doc, value, subject, going, signer } = given
  const { id: lab } = useOpenLab()
  const { of } = subject
  const reviewed = useMemo(() => subject.parts.filter((part) => part.reviewed), [subject])
  // What it is compared with stays the same while this form is open, also when another coach leaves it meanwhile.
  const [base] = useState<Look | null>(() => value.looks[of] ?? null)
  const [at, setAt] = useState('')
  const current = reviewed.some(({ key }) => key === at) ? at : (reviewed[0]?.key ?? '')
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const [lacks, setLacks] = useState('')
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const cards = useRef(new Map<string, HTMLElement>())

  const counts = useMemo(() => {
    const found = { ok: 0, mend: 0, open: 0 }
    for (const { key } of reviewed) {
      const state = (drafts[key] ?? '').trim() === '' ? value.reviews[reviewKey(of, key)]?.state : 'perlu_perbaikan'
      found[state === 'ok' ? 'ok' : state === 'perlu_perbaikan' ? 'mend' : 'open'] += 1
    }
    return found
  }, [reviewed, value.reviews, drafts, of])

  /** Everything as it is now, for what runs later than the draw it belongs to. */
  const now = useRef({ given, reviewed, current, drafts, note })
  useEffect(() => {
    now.current = { given, reviewed, current, drafts, note }
  })

  const mayAct = useCallback((): boolean => {
    if (now.current.given.readOnly) return false
    if (now.current.given.signer.name !== '') return true
    setAsked(true)
    nameField.current?.focus()
    return false
  }, [])

  const focusPart = useCallback((key: string) => {
    setAt(key)
    const card = cards.current.get(key)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }, [])

  const neighbour = useCallback((key: string, by: 1 | -1): string | undefined => {
    const all = now.current.reviewed
    return all[all.findIndex((part) => part.key === key) + by]?.key
  }, [])

  const clearDraft = useCallback((key: string) => {
    setLacks('')
    setDrafts(({ [key]: _gone, ...rest }) => rest)
  }, [])

  const answer = useCallback(
    (key: string, state: Answer['state'], remark: string) => {
      const takeBack = giveAnswers(doc, of, [{ part: key, state, remark }], now.current.given.signer.name)
      const field = now.current.reviewed.find((part) => part.key === key)?.label ?? key
      notify.undoable(sayNow(state === 'ok' ? 'coach.didOk' : 'coach.didMend', { field }), takeBack)
      clearDraft(key)
      focusPart(neighbour(key, 1) ?? key)
    },
    [doc, of, clearDraft, focusPart, neighbour],
  )

  const acts = useMemo(
    (): PartActs => ({
      ok: (key) => {
        if (mayAct()) answer(key, 'ok', '')
      },
      mend: (key) => {
        if (!mayAct()) return
        setAt(key)
        const said = now.current.given.value.reviews[reviewKey(of, key)]
        setDrafts((all) => ({ ...all, [key]: all[key] ?? (said?.state === 'perlu_perbaikan' ? said.remark : '') }))
        cards.current.get(key)?.querySelector('textarea')?.focus()
      },
      draft: (key, text) => setDrafts((all) => ({ ...all, [key]: text })),
      save: (key) => {
        const remark = (now.current.drafts[key] ?? '').trim()
        if (remark === '') setLacks(key)
        else if (mayAct()) answer(key, 'perlu_perbaikan', remark)
      },
      cancel: (key) => {
        clearDraft(key)
        focusPart(key)
      },
      enter: setAt,
      card: (key, node) => {
        if (node === null) cards.current.delete(key)
        else cards.current.set(key, node)
      },
    }),
    [of, mayAct, answer, clearDraft, focusPart],
  )

  /** What was written is in the log then, or was meant to go. */
  const ended = useRef(false)
  useLeaving(now, ended, of, doc)

  return {
    base,
    reviewed,
    counts,
    current,
    drafts,
    lacks,
    note,
    setNote,
    asked,
    nameField,
    acts,
    step: (by, arrow) => {
      const card = cards.current.get(current)
      const here = card?.contains(document.activeElement) ?? false
      // A long answer is read to its end before an arrow leaves it.
      if (arrow && here && card !== undefined && hidesMore(card, by)) return false
      focusPart(here ? (neighbour(current, by) ?? current) : current)
      return true
    },
    quick: (text) => {
      if (!mayAct() || current === '') return
      const said = value.reviews[reviewKey(of, current)]
      const before = drafts[current] ?? (said?.state === 'perlu_perbaikan' ? said.remark : '')
      setDrafts({ ...drafts, [current]: withQuick(before, text) })
    },
    end: (kind, all = false) => {
      if (!mayAct()) return
      const written = all ? [] : pendingAnswers(now.current.drafts, value, of)
      if (kind === 'returned' && counts.mend === 0 && note.trim() === '') return
      if (kind === 'accepted' && counts.mend > 0 && !all) return
      const answers = all ? openAnswers(reviewed, value, of) : written
      const back = finish(
        doc,
        of,
        { kind, remark: note.trim(), answers, by: signer.name },
        subject.kind !== 'proposal',
        sayNow('coach.undone'),
      )
      ended.current = true
      setDone(going.key, true)
      const name = value.name.trim() === '' ? sayNow('coach.unnamed') : value.name
      const did = sayNow(kind === 'returned' ? 'coach.didReturned' : 'coach.didAccepted', { name })
      notify.undoable(going.open === null ? `${did}. ${sayNow('coach.allDone')}` : did, () => {
        back()
        setDone(going.key, false)
        // Seen again, it shows the same changes as before.
        if (base !== null) setLook(doc, of, base, byPerson)
        go(places.review(lab, value.id, of))
      })
      goTo(lab, going.open)
    },
    team: (by) => {
      const key = by === 1 ? going.next : going.before
      if (key !== null) goTo(lab, key)
    },
  }
}

/** Back to the list where nothing is left. */
function goTo(lab: string, key: string | null): void {
  const [innovation, of] = key?.split('/') ?? []
  go(innovation === undefined || of === undefined ? places.coach(lab) : places.review(lab, innovation, of))
}

/** Remarks that were written and not kept yet. */
const pendingAnswers = (drafts: Readonly<Record<string, string>>, value: Innovation, of: string): readonly Answer[] =>
  Object.entries(drafts).flatMap(([part, text]): readonly Answer[] => {
    const said = value.reviews[reviewKey(of, part)]
    const remark = text.trim()
    const known = said?.state === 'perlu_perbaikan' && said.remark === remark
    return remark === '' || known ? [] : [{ part, state: 'perlu_perbaikan', remark }]
  })

const openAnswers = (parts: readonly Part[], value: Innovation, of: string): readonly Answer[] =>
  parts.flatMap(({ key }): readonly Answer[] =>
    value.reviews[reviewKey(of, key)]?.state === 'ok' ? [] : [{ part: key, state: 'ok', remark: '' }],
  )

/** Whether more of the card lies beyond the edge of what is seen, in that direction. */
function hidesMore(card: HTMLElement, by: 1 | -1): boolean {
  const box = card.getBoundingClientRect()
  const bar = document.querySelector('[data-review-bar]')?.getBoundingClientRect().bottom ?? 0
  return by === 1 ? box.bottom > window.innerHeight : box.top < bar - 1
}

type Now = { readonly given: Given; readonly drafts: Readonly<Record<string, string>> }

/** Whoever leaves has seen what is there; what he wrote and did not keep is kept for him. */
function useLeaving(now: React.RefObject<Now>, ended: React.RefObject<boolean>, of: string, doc: Y.Doc): void {
  useEffect(() => {
    const leave = (): void => {
      const { given, drafts } = now.current
      const { value, subject, signer, readOnly } = given
      if (readOnly) return
      const answers = signer.name === '' || ended.current ? [] : pendingAnswers(drafts, value, of)
      if (answers.length > 0) giveAnswers(doc, of, answers, signer.name)
      const by = signer.name === '' ? sayNow('coach.unnamed') : signer.name
      setLook(doc, of, { by, at: nowIso(), answers: Object.fromEntries(subject.parts.map(({ key, kept }) => [key, kept])) }, byPerson)
    }
    // A window that is closed draws nothing any more.
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [now, ended, of, doc])
}
