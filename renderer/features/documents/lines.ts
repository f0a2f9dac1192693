/** The lines of the list: what each document is called, what it is about, and how it stands. */
import { useMemo } from 'react'
import type { DocumentEntry, InnovationDocuments } from '#shared/api/documents.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { formatShortDay, localDay } from '#shared/rules/dates.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useConventionCards } from '../../lab/use-convention-cards.ts'
import { useRewards, useSessionHeads } from '../../lab/use-sessions.ts'
import type { Tone } from '../../parts/index.ts'
import { type Chosen, chosenOf, keyOf } from './selection.ts'

export type Line = {
  readonly key: string
  readonly chosen: Chosen
  readonly def: DocumentDef | undefined
  readonly title: string
  /** Session, stage, reward or convention it is about; empty for others. */
  readonly about: string
  /** Below the title. */
  readonly small: string
  readonly chip: { readonly tone: Tone; readonly text: string }
}

const tones = { belum_diisi: 'plain', kurang: 'warn', siap: 'ok' } as const

/** Makes lines of what the lab answered. */
export function useLines() {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const packs = usePacks()
  const { stages, lab } = useOpenLab()
  const sessions = useSessionHeads()
  const rewards = useRewards()
  const conventions = useConventionCards()
  return useMemo(() => {
    const day = (moment: string): string => formatShortDay(localDay(moment, lab.timeZone), language)
    const titleOf = (def: DocumentDef | undefined, kind: string): string => (def === undefined ? kind : both(def.title))
    const sessionName = (id: string): string => {
      const session = sessions.find((one) => one.id === id)
      if (session === undefined) return ''
      return [session.title.trim(), session.date === '' ? '' : formatShortDay(session.date, language)]
        .filter((part) => part !== '')
        .join(', ')
    }
    const aboutOf = ({ session, stage, reward, convention }: DocumentEntry): string => {
      if (session !== null) return sessionName(session)
      if (stage !== null) return stages.find(({ key }) => key === stage)?.label ?? stage
      if (convention !== null) return conventions.find(({ id }) => id === convention)?.name ?? ''
      return reward === null ? '' : (rewards.find(({ id }) => id === reward)?.title ?? '')
    }
    return {
      titleOf,
      sessionName,
      of: (entry: DocumentEntry): Line => {
        const chosen = chosenOf(entry)
        const def = documentOf(packs, entry.kind)
        const old = entry.changed && entry.state === 'siap'
        return {
          key: keyOf(chosen),
          chosen,
          def,
          title: titleOf(def, entry.kind),
          about: aboutOf(entry),
          small: entry.exportedAt === null ? '' : t('documents.exportedOn', { day: day(entry.exportedAt) }),
          chip: old
            ? { tone: 'act', text: t('documents.changed') }
            : { tone: tones[entry.state], text: t(`documents.${entry.state}`, { n: entry.missing }) },
        }
      },
      /** A kind of document of innovations, counted. @param innovation the one to be shown first */
      ofMany: (counts: InnovationDocuments, innovation: string | undefined): Line => {
        const def = documentOf(packs, counts.kind)
        const { all, ready, begun, changed } = counts
        const chip: Line['chip'] =
          changed > 0
            ? { tone: 'act', text: t('documents.changedCount', { n: changed }) }
            : begun > 0
              ? { tone: 'warn', text: t('documents.missingCount', { n: begun }) }
              : ready > 0
                ? { tone: 'ok', text: t('documents.readyCount', { n: ready }) }
                : { tone: 'plain', text: t('documents.belum_diisi') }
        return {
          key: counts.kind,
          chosen: { kind: counts.kind, ...(innovation === undefined ? {} : { innovation }) },
          def,
          title: titleOf(def, counts.kind),
          about: '',
          small: ready === all ? t('documents.ofAll', { all }) : t('documents.ofReady', { ready, begun, all }),
          chip,
        }
      },
    }
  }, [t, both, language, packs, stages, lab.timeZone, sessions, rewards, conventions])
}

export type Lines = ReturnType<typeof useLines>
