// The same scene as a drawing: for browsers without WebGL, and for the files one saves.
import type { Feature } from 'geojson';
import type { MapColours } from './colours';
import { boxOf, districtRadius, small_area_km, type Box, type Scene } from './scene';
import { fitSheet, type Sheet } from './projection';

interface SceneSvgProps {
  scene: Scene;
  colours: MapColours;
  width: number;
  height: number;
  arabic: boolean;
  /** Title and notes that go onto a saved picture; left out on screen. */
  caption?: { title: string; notes: readonly string[]; legend: readonly string[] };
  box?: Box | null;
  /** What the picture shows, for those who do not see it. */
  title: string;
}

const margin_px = 24;
const caption_px = 112;
const degree_km = 111.195;
const small_px_min = 16;

export function SceneSvg({ scene, colours, width, height, arabic, caption, box, title }: SceneSvgProps) {
  const around: Box = box ?? boxOf(scene) ?? [35, 29, 49, 38];
  const sheet = fitSheet(around, width, height - (caption ? caption_px : 0), margin_px);
  // As MapLibre's layers do it: where there are many, the surroundings of villages are drawn once they are wide enough to be told apart.
  const small_px = Math.abs(sheet.project(0, small_area_km / 2 / degree_km)[1] - sheet.project(0, 0)[1]);
  const areas = scene.fromCloseUp === 0 || small_px >= small_px_min ? scene.areas.features : scene.areas.features.filter((one) => one.properties.radius >= small_area_km);
  const line = (feature: Feature) => pathOf(feature.geometry, sheet);
  const unit = (feature: Scene['governorates']['features'][number]) => (
    <path key={feature.properties.code} d={line(feature)} fill={colours.steps[feature.properties.step] ?? colours.land} stroke={colours.inner} stroke-width="0.8">
      <title>{`${name(feature.properties)}: ${feature.properties.incidents}`}</title>
    </path>
  );
  const name = (of: { name: string; nameAr: string }) => (arabic ? of.nameAr || of.name : of.name);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height} class="scene-svg" role="img"
      font-family="'IBM Plex Sans','IBM Plex Sans Arabic','Noto Sans Arabic',sans-serif" direction={arabic ? 'rtl' : 'ltr'}>
      <title>{title}</title>
      <rect width={width} height={height} fill={colours.sea} />
      <g>
        {((scene.countries?.features ?? []) as unknown as Feature[]).map((feature, i) => <path key={i} d={line(feature)} fill={colours.land} />)}
        {scene.governorates.features.map(unit)}
        {scene.districtOutlines.features.map(unit)}
        {scene.districtOutlines.features.length > 0 && scene.governorates.features.map((feature) => <path key={`g${feature.properties.code}`} d={line(feature)} fill="none" stroke={colours.border} stroke-width="0.8" />)}
        {((scene.countries?.features ?? []) as unknown as Feature[]).map((feature, i) => <path key={`b${i}`} d={line(feature)} fill="none" stroke={colours.border} stroke-width="1.3" />)}
        {areas.map((feature, i) => (
          <path key={`a${i}`} d={line(feature)} fill={colours.area} fill-opacity="0.09" stroke={colours.area} stroke-dasharray="5 4"><title>{`${name(feature.properties)}: ${feature.properties.incidents}`}</title></path>
        ))}
        {scene.districts.features.map((feature) => {
          const [x, y] = at(feature, sheet);
          return <circle key={feature.properties.code} cx={x} cy={y} r={districtRadius(feature.properties.incidents)} fill={colours.area} fill-opacity="0.16" stroke={colours.area}><title>{`${name(feature.properties)}: ${feature.properties.incidents}`}</title></circle>;
        })}
        {scene.points.features.map((feature) => {
          const [x, y] = at(feature, sheet);
          return <circle key={feature.properties.at} cx={x} cy={y} r={(feature.properties.killed > 4 ? 5 : 3.4) * (1 + 0.5 * Math.log10(feature.properties.count))} fill={colours.point} fill-opacity={feature.properties.precision === 1 ? 0.9 : 0.35} stroke={colours.pointEdge} stroke-width="0.8" />;
        })}
        {scene.names.features.map((feature, i) => {
          const [x, y] = at(feature, sheet);
          const inside = x > 0 && x < width && y > 0 && y < sheet.height;
          return inside && <text key={`n${i}`} x={x} y={y} text-anchor="middle" font-size={feature.properties.level === 'country' ? 12.5 : 11.5} fill={colours.label} stroke={colours.halo} stroke-width="2.6" paint-order="stroke">{name(feature.properties)}</text>;
        })}
      </g>
      {caption && <Caption caption={caption} colours={colours} width={width} height={height} arabic={arabic} />}
    </svg>
  );
}

function Caption({ caption, colours, width, height, arabic }: Required<Pick<SceneSvgProps, 'caption' | 'colours' | 'width' | 'height' | 'arabic'>>) {
  const x = arabic ? width - margin_px : margin_px;
  const swatch_px = 62;
  return (
    <g>
      <rect y={height - caption_px} width={width} height={caption_px} fill={colours.halo} />
      <text x={x} y={height - caption_px + 26} font-size="17" font-weight="600" fill={colours.label}>{caption.title}</text>
      {caption.notes.map((note, i) => <text key={i} x={x} y={height - caption_px + 47 + i * 16} font-size="11.5" fill={colours.label}>{note}</text>)}
      {caption.legend.map((words, i) => {
        const left = arabic ? margin_px + (caption.legend.length - 1 - i) * swatch_px : width - margin_px - (caption.legend.length - i) * swatch_px;
        return (
          <g key={words}>
            <rect x={left} y={height - caption_px + 16} width={swatch_px - 4} height="12" fill={colours.steps[i + 1] ?? colours.land} />
            <text x={left + (swatch_px - 4) / 2} y={height - caption_px + 42} font-size="10.5" text-anchor="middle" fill={colours.label}>{words}</text>
          </g>
        );
      })}
    </g>
  );
}

const at = (feature: Feature, sheet: Sheet): [number, number] => {
  const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [0, 0];
  return sheet.project(lon, lat);
};

function pathOf(shape: Feature['geometry'], sheet: Sheet): string {
  const ring = (list: readonly (readonly number[])[]) => {
    const drawn = list.map(([lon = 0, lat = 0]) => {
      const [x, y] = sheet.project(lon, lat);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    return `M${drawn.join('L')}Z`;
  };
  if (shape.type === 'Polygon') return shape.coordinates.map(ring).join('');
  if (shape.type === 'MultiPolygon') return shape.coordinates.flatMap((polygon) => polygon.map(ring)).join('');
  return '';
}
