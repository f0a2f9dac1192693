/** The toolbar of a board, the votes that are left, what colours mean, and the zoom. */
import { Menu } from '@mantine/core'
import {
  IconArrowsMinimize,
  IconBoxMultiple,
  IconCircleDot,
  IconCopyPlus,
  IconMinus,
  IconNote,
  IconPalette,
  IconPlus,
  IconRoute,
  IconTrash,
} from '@tabler/icons-react'
import { noteColors } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { Tool } from '../tool.tsx'
import tools from '../tools.module.css'
import style from './board.module.css'
import type { BoardLayout } from './layout.ts'
import { paperClass } from './note.tsx'
import type { BoardActs } from './use-board.ts'
import type { Viewport } from './viewport.ts'

type Props = {
  readonly acts: BoardActs
  readonly zone: () => string
  readonly view: Viewport
  readonly layout: BoardLayout
  readonly colours: boolean
  readonly setColours: (open: boolean) => void
  readonly toCanvas: () => void
  readonly clear: () => void
}

export function BoardTools({ acts, zone, view, layout, colours, setColours, toCanvas, clear }: Props) {
  const { def, selection, openLinks, readOnly } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const none = selection.ids.length === 0
  return (
    <>
      <div className={style.corner}>
        {selection.ids.length > 1 ? (
          <button type="button" className={tools.count} onClick={clear}>
            {t('canvas.chosen', { n: selection.ids.length })}
          </button>
        ) : null}
        {acts.votesLeft === null || acts.quota === null ? null : <VotesLeft left={acts.votesLeft} quota={acts.quota} />}
        {def.legend.length === 0 ? null : (
          <ul className={style.legend} aria-label={t('canvas.legend')}>
            {def.legend.map((line) => (
              <li key={line.color}>
                <i className={paperClass(line.color)} />
                {both(line.label)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {readOnly ? null : (
        <div className={tools.bar} role="toolbar" aria-label={t('canvas.tools')}>
          <Tool icon={IconNote} word={t('canvas.toolNote')} keys="N" onRun={() => acts.setEditing({ kind: 'new', zone: zone() })} />
          <Tool icon={IconBoxMultiple} word={t('canvas.toolCluster')} keys="G" disabled={none} onRun={() => acts.cluster()} />
          <Menu opened={colours} onChange={setColours} position="top" onExitTransitionEnd={toCanvas} returnFocus={false}>
            <Menu.Target>
              <Tool icon={IconPalette} word={t('canvas.toolColour')} keys="C" disabled={none} onRun={() => setColours(true)} />
            </Menu.Target>
            <Menu.Dropdown>
              {noteColors.map((color) => (
                <Menu.Item
                  key={color}
                  leftSection={<i className={`${style.swatch} ${paperClass(color)}`} />}
                  onClick={() => acts.colour(selection.ids, color)}
                >
                  {t(`canvas.colour_${color}`)}
                  {def.legend.some((line) => line.color === color)
                    ? `: ${both(def.legend.find((line) => line.color === color)?.label ?? def.title)}`
                    : ''}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {acts.quota === null ? null : (
            <Tool icon={IconCircleDot} word={t('canvas.toolVote')} keys="S" disabled={none} onRun={() => acts.vote(selection.ids, 1)} />
          )}
          <Tool icon={IconRoute} word={t('canvas.toolLink')} keys="J" disabled={selection.active === null} onRun={openLinks} />
          <Tool icon={IconCopyPlus} word={t('canvas.toolCopy')} keys="Ctrl D" disabled={none} onRun={() => acts.duplicate(selection.ids)} />
          <Tool icon={IconTrash} word={t('canvas.toolRemove')} keys="Del" disabled={none} onRun={() => acts.remove(selection.ids)} />
        </div>
      )}
      <div className={style.zoom}>
        <button type="button" aria-label={t('canvas.zoomOut')} onClick={() => view.zoomTo(view.zoom / 1.2)}>
          <IconMinus size={16} stroke={1.75} />
        </button>
        <button type="button" className={style.percent} aria-label={t('canvas.zoomOne')} onClick={() => view.zoomTo(1)}>
          {Math.round(view.zoom * 100)}%
        </button>
        <button type="button" aria-label={t('canvas.zoomIn')} onClick={() => view.zoomTo(view.zoom * 1.2)}>
          <IconPlus size={16} stroke={1.75} />
        </button>
        <button type="button" aria-label={t('canvas.zoomFit')} onClick={() => view.showAll(layout.width, layout.height)}>
          <IconArrowsMinimize size={16} stroke={1.75} />
        </button>
      </div>
    </>
  )
}

export function VotesLeft({ left, quota }: { readonly left: number; readonly quota: number }) {
  const t = useText()
  return (
    <p className={style.left}>
      {quota > 10 ? null : (
        <span aria-hidden>
          {Array.from({ length: quota }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
            <i key={at} className={at < quota - left ? style.given : undefined} />
          ))}
        </span>
      )}
      {t('canvas.votesLeft', { n: left })}
    </p>
  )
}
