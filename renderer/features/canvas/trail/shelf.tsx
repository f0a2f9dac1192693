/** The shelf at the foot of the panel: where what is selected usually goes, by button or by dropping it there, and everything else. */
import { IconArrowRight, IconRoute } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CanvasDef } from '#shared/model/pack.ts'
import { likelyTargets } from '#shared/rules/trail-targets.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { Kbd, StageDot } from '../../../parts/index.ts'
import { useSession } from '../session.tsx'
import { dragOutStore } from './drag-out.ts'
import style from './shelf.module.css'

/** As many as fit without pushing the trail out of sight. */
const most = 3

type Props = {
  /** Of what says something; an empty row makes nothing. */ readonly count: number
  readonly put: (def: CanvasDef) => void
  readonly more: () => void
}

export function Shelf({ count, put, more }: Props) {
  const { def, defs, value } = useSession()
  const t = useText()
  const both = useBoth()
  const targets = useMemo(() => likelyTargets(def.id, defs, value.trail, most), [def, defs, value.trail])
  const carrying = useStore(dragOutStore, ({ at }) => at !== null)
  const over = useStore(dragOutStore, (now) => now.over)
  return (
    <div className={style.shelf} data-shelf-box data-carrying={carrying || undefined}>
      {targets.length === 0 ? null : (
        <>
          <h3>
            {t(carrying ? 'trail.dropHere' : 'trail.shelf')}
            {count > 1 ? <small>{t('trail.chosenN', { n: count })}</small> : null}
          </h3>
          <ul>
            {targets.map(({ def: target }) => (
              <li key={target.id}>
                <button
                  type="button"
                  disabled={count === 0}
                  data-shelf={target.id}
                  data-over={over === target.id || undefined}
                  onClick={() => put(target)}
                >
                  <StageDot stage={target.stage} />
                  <span>{both(target.title)}</span>
                  <IconArrowRight size={16} stroke={1.75} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" className={style.more} onClick={more} aria-keyshortcuts="J Alt+J">
        <IconRoute size={16} stroke={1.75} aria-hidden />
        {t('trail.otherTargets')}
        <Kbd>J</Kbd>
      </button>
    </div>
  )
}

/** What is carried, under the pointer. */
export function Carried({ text }: { readonly text: string }) {
  const at = useStore(dragOutStore, (now) => now.at)
  if (at === null) return null
  return (
    <div className={style.carried} style={{ left: at.x, top: at.y }} aria-hidden>
      {text}
    </div>
  )
}
