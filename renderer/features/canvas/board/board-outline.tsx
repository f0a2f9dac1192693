/** The board as a list: zones, clusters and notes with every act at hand, for the keyboard, a screen reader and a phone. */
import { Button } from '@mantine/core'
import { IconEye, IconEyeOff, IconKeyboard, IconListNumbers, IconSparkles } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Item } from '#shared/model/lab.ts'
import type { BoardDef } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { AddLine } from '../outline/add-line.tsx'
import style from '../outline/outline.module.css'
import { useSessionOf } from '../session.tsx'
import { VotesLeft } from './board-corner.tsx'
import { BoardPanels } from './board-panels.tsx'
import controls from './controls.module.css'
import { OutlineLine } from './outline-line.tsx'
import { missingStarters } from './starters.ts'
import { type Board, useBoard } from './use-board.ts'
import { useCardPictures } from './use-card-pictures.ts'
import { shortList, Windowed } from './windowed.tsx'

type Frame = { readonly item: Item; readonly members: readonly Item[] }
type ZoneLines = { readonly frames: readonly Frame[]; readonly free: readonly Item[]; readonly count: number; readonly shut: number }

export function BoardOutline() {
  const { def, items, selection } = useSessionOf('board')
  const all = useBoard()
  const pictures = useCardPictures()
  const both = useBoth()
  const t = useText()
  const { closed, acts } = all
  const sorted = useMemo(() => linesOf(def, items, closed), [def, items, closed])
  const clusters = useMemo(() => items.filter((item) => item.role === 'cluster'), [items])
  const wanted = (item: Item): boolean => item.id === selection.active || (all.editing?.kind === 'item' && all.editing.id === item.id)
  const long = items.length > shortList
  const lines = (own: readonly Item[], className?: string) => (
    <Windowed
      items={own}
      keyOf={(item) => item.id}
      wanted={wanted}
      long={long}
      className={className}
      draw={(item, at) => (
        <OutlineLine key={item.id} item={item} board={all} pictures={pictures} clusters={clusters} at={at} of={own.length} />
      )}
    />
  )
  return (
    <div className={style.outline}>
      <OutlineHead board={all} />
      <BoardPanels board={all} pictures={pictures} startZone={def.zones[0]?.key ?? ''} back={() => undefined} inFlow />
      {def.zones.map((zone) => {
        const { frames, free, count, shut } = sorted.get(zone.key) ?? { frames: [], free: [], count: 0, shut: 0 }
        return (
          <section key={zone.key} className={style.group} aria-label={both(zone.label)}>
            <h2>
              {both(zone.label)} <span>{t('canvas.cards', { n: count })}</span>
            </h2>
            <p className={style.hint}>{both(zone.hint)}</p>
            {shut === 0 ? null : (
              <p className={controls.shut}>
                <IconEyeOff size={16} stroke={1.75} aria-hidden />
                {t('board.closedCount', { n: shut })}
              </p>
            )}
            {frames.map(({ item, members }) => (
              <div key={item.id} className={style.cluster}>
                <ul>
                  <OutlineLine item={item} board={all} pictures={pictures} clusters={clusters} at={0} of={1} />
                </ul>
                {lines(members, style.nested)}
              </div>
            ))}
            {lines(free)}
            {all.readOnly ? null : (
              <AddLine label={t('canvas.addTo', { place: both(zone.label) })} onAdd={(text) => acts.paste(zone.key, text)} />
            )}
          </section>
        )
      })}
    </div>
  )
}

/** What belongs to the whole board, in words. */
function OutlineHead({ board: all }: { readonly board: Board }) {
  const { def, items, canvas, readOnly } = useSessionOf('board')
  const t = useText()
  const language = useLanguage()
  const { acts, closed, panel, setPanel } = all
  const shut = canvas.settings.private === true
  const starters = useMemo(() => missingStarters(def, items, language).length, [def, items, language])
  const icon = { size: 16, stroke: 1.75 } as const
  return (
    <div className={controls.outlineHead}>
      <VotesLeft board={all} />
      <Button
        variant={panel === 'votes' ? 'light' : 'default'}
        size="xs"
        aria-expanded={panel === 'votes'}
        leftSection={<IconListNumbers {...icon} />}
        onClick={() => setPanel(panel === 'votes' ? null : 'votes')}
      >
        {t('board.resultsAndQuota')}
      </Button>
      {readOnly ? null : (
        <>
          <Button
            variant={panel === 'entry' ? 'light' : 'default'}
            size="xs"
            aria-expanded={panel === 'entry'}
            leftSection={<IconKeyboard {...icon} />}
            onClick={() => setPanel(panel === 'entry' ? null : 'entry')}
          >
            {t('board.toolEntry')}
          </Button>
          {starters === 0 ? null : (
            <Button variant="default" size="xs" leftSection={<IconSparkles {...icon} />} onClick={acts.addStarters}>
              {t('board.startersAdd', { n: starters })}
            </Button>
          )}
          <Button
            variant={shut ? 'filled' : 'default'}
            size="xs"
            leftSection={shut ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
            onClick={() => acts.setPrivate(!shut)}
          >
            {t(shut ? 'board.reveal' : 'board.writeAlone')}
          </Button>
        </>
      )}
      {shut ? (
        <p className={controls.shut} role="status">
          {t('board.aloneBar')}: {closed.size === 0 ? t('board.closedNone') : t('board.closedCount', { n: closed.size })}
        </p>
      ) : null}
    </div>
  )
}

function linesOf(def: BoardDef, items: readonly Item[], closed: ReadonlySet<string>): ReadonlyMap<string, ZoneLines> {
  const first = def.zones[0]?.key ?? ''
  const known = new Set(def.zones.map((zone) => zone.key))
  const zoneOf = (item: Item): string => (item.zone !== null && known.has(item.zone) ? item.zone : first)
  const frames = new Map<string, { item: Item; members: Item[] }>()
  for (const item of items) if (item.role === 'cluster') frames.set(item.id, { item, members: [] })
  type Filling = { frames: Frame[]; free: Item[]; count: number; shut: number }
  const zones = new Map<string, Filling>(def.zones.map((zone) => [zone.key, { frames: [], free: [], count: 0, shut: 0 }]))
  for (const frame of frames.values()) zones.get(zoneOf(frame.item))?.frames.push(frame)
  for (const item of items) {
    if (item.role === 'cluster') continue
    const frame = item.cluster === null ? undefined : frames.get(item.cluster)
    const zone = zones.get(zoneOf(frame?.item ?? item))
    if (zone === undefined) continue
    zone.count += 1
    if (closed.has(item.id)) zone.shut += 1
    else (frame?.members ?? zone.free).push(item)
  }
  return zones
}
