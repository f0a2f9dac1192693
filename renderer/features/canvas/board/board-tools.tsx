/** The toolbar of a board with what belongs beside it: selection, votes, legend, map and zoom. */
import { Menu } from '@mantine/core'
import {
  IconBoxMultiple,
  IconCamera,
  IconCircleDot,
  IconCopyPlus,
  IconDots,
  IconEyeOff,
  IconForms,
  IconHandStop,
  IconKeyboard,
  IconLasso,
  IconListNumbers,
  IconMap,
  IconNote,
  IconPalette,
  IconPointer,
  IconRoute,
  IconSparkles,
  IconTrash,
  IconZoomScan,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { noteColors } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { Tool } from '../tool.tsx'
import tools from '../tools.module.css'
import { AlignBar } from './align-bar.tsx'
import { AloneBar, Corner } from './board-corner.tsx'
import type { BoardUi } from './board-keys.ts'
import type { Tool as PointerTool } from './gestures.ts'
import type { BoardLayout } from './layout.ts'
import { Minimap } from './minimap.tsx'
import { paperClass } from './note.tsx'
import type { Picture } from './paint.ts'
import paper from './paper.module.css'
import { missingStarters } from './starters.ts'
import type { Board } from './use-board.ts'
import type { Viewport } from './viewport.ts'
import { Zoom } from './zoom.tsx'

type Props = {
  readonly board: Board
  readonly view: Viewport
  readonly layout: BoardLayout
  readonly picture: Picture
  readonly ui: BoardUi
  readonly tool: PointerTool
  readonly colours: boolean
  readonly setColours: (open: boolean) => void
  readonly map: boolean
  readonly toCanvas: () => void
  readonly clear: () => void
}

export function BoardTools(props: Props) {
  const { board, view, layout, picture, ui, tool, map, toCanvas, clear } = props
  const { selection, openLinks, readOnly } = useSessionOf('board')
  const { acts } = board
  const t = useText()
  const none = selection.ids.length === 0
  return (
    <>
      <AloneBar board={board} />
      <Corner board={board} />
      {selection.ids.length > 1 ? <AlignBar board={board} layout={layout} clear={clear} zoomChosen={ui.zoomChosen} /> : null}
      {readOnly ? null : (
        <div className={tools.bar} role="toolbar" aria-label={t('canvas.tools')} onMouseDown={(event) => event.preventDefault()}>
          <Tool icon={IconPointer} word={t('board.toolSelect')} keys="V" pressed={tool === 'select'} onRun={() => ui.setTool('select')} />
          <Tool icon={IconLasso} word={t('board.toolLasso')} keys="L" pressed={tool === 'lasso'} onRun={() => ui.setTool('lasso')} />
          <Tool icon={IconNote} word={t('canvas.toolNote')} keys="N" onRun={() => board.setEditing({ kind: 'new', zone: ui.zone() })} />
          <Tool
            icon={IconKeyboard}
            word={t('board.toolEntry')}
            keys="E"
            pressed={board.panel === 'entry'}
            onRun={() => board.setPanel(board.panel === 'entry' ? null : 'entry')}
          />
          <Tool icon={IconCamera} word={t('board.toolPhoto')} keys="F" onRun={ui.takePhoto} />
          <Tool icon={IconBoxMultiple} word={t('canvas.toolCluster')} keys="G" disabled={none} onRun={acts.cluster} />
          <ColourTool {...props} />
          {board.quota === null ? null : (
            <Tool icon={IconCircleDot} word={t('canvas.toolVote')} keys="S" disabled={none} onRun={() => acts.vote(selection.ids, 1)} />
          )}
          <Tool
            icon={IconForms}
            word={t('board.toolDetails')}
            keys="I"
            pressed={board.panel === 'details'}
            disabled={selection.active === null && board.panel !== 'details'}
            onRun={() => board.setPanel(board.panel === 'details' ? null : 'details')}
          />
          <Tool icon={IconRoute} word={t('canvas.toolLink')} keys="J" disabled={selection.active === null} onRun={openLinks} />
          <Tool icon={IconTrash} word={t('canvas.toolRemove')} keys="Del" disabled={none} onRun={() => acts.remove(selection.ids)} />
          <MoreTool board={board} ui={ui} toCanvas={toCanvas} />
        </div>
      )}
      {map ? <Minimap view={view} layout={layout} colorOf={picture.colorOf} /> : null}
      <Zoom view={view} layout={layout} map={map} toggleMap={ui.toggleMap} />
    </>
  )
}

function ColourTool({ board, colours, setColours, toCanvas }: Props) {
  const { def, selection } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  return (
    <Menu opened={colours} onChange={setColours} position="top" onExitTransitionEnd={toCanvas} returnFocus={false}>
      <Menu.Target>
        <Tool
          icon={IconPalette}
          word={t('canvas.toolColour')}
          keys="C"
          disabled={selection.ids.length === 0}
          onRun={() => setColours(true)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {noteColors.map((color) => {
          const meaning = def.legend.find((line) => line.color === color)
          return (
            <Menu.Item
              key={color}
              leftSection={<i className={`${paper.swatch} ${paperClass(color)}`} />}
              onClick={() => board.acts.colour(selection.ids, color)}
            >
              {t(`canvas.colour_${color}`)}
              {meaning === undefined ? '' : `: ${both(meaning.label)}`}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

const look = { size: 18, stroke: 1.75 } as const

function MoreTool({ board, ui, toCanvas }: { readonly board: Board; readonly ui: BoardUi; readonly toCanvas: () => void }) {
  const { def, items, selection, canvas } = useSessionOf('board')
  const t = useText()
  const language = useLanguage()
  const none = selection.ids.length === 0
  const starters = useMemo(() => missingStarters(def, items, language).length, [def, items, language])
  const shut = canvas.settings.private === true
  return (
    <Menu position="top-end" onExitTransitionEnd={toCanvas} returnFocus={false}>
      <Menu.Target>
        <Tool icon={IconDots} word={t('board.toolMore')} onRun={() => undefined} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopyPlus {...look} />}
          rightSection="Ctrl D"
          disabled={none}
          onClick={() => board.acts.duplicate(selection.ids)}
        >
          {t('canvas.toolCopy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconListNumbers {...look} />} onClick={() => board.setPanel('votes')}>
          {t('board.resultsAndQuota')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff {...look} />} onClick={() => board.acts.setPrivate(!shut)}>
          {t(shut ? 'board.reveal' : 'board.writeAlone')}
        </Menu.Item>
        {starters === 0 ? null : (
          <Menu.Item leftSection={<IconSparkles {...look} />} onClick={board.acts.addStarters}>
            {t('board.startersAdd', { n: starters })}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconHandStop {...look} />} rightSection="H" onClick={() => ui.setTool('hand')}>
          {t('board.toolHand')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMap {...look} />} rightSection="M" onClick={ui.toggleMap}>
          {t('board.map')}
        </Menu.Item>
        <Menu.Item leftSection={<IconZoomScan {...look} />} rightSection="Shift 2" disabled={none} onClick={ui.zoomChosen}>
          {t('board.zoomChosen')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
