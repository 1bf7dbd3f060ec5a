// Web Mercator onto a sheet of paper: longitude and latitude in degrees to pixels, so that a box fills it.
import type { Box } from './scene';

export interface Sheet {
  width: number;
  height: number;
  project: (lon: number, lat: number) => [number, number];
}

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360));

export function fitSheet(box: Box, width: number, height: number, margin: number): Sheet {
  const [west, south, east, north] = box;
  const left = (west * Math.PI) / 180;
  const right = (east * Math.PI) / 180;
  const [low, high] = [mercator(south), mercator(north)];
  const scale = Math.min((width - 2 * margin) / Math.max(1e-9, right - left), (height - 2 * margin) / Math.max(1e-9, high - low));
  const shiftX = (width - scale * (right + left)) / 2;
  const shiftY = (height + scale * (high + low)) / 2;
  return { width, height, project: (lon, lat) => [scale * ((lon * Math.PI) / 180) + shiftX, shiftY - scale * mercator(lat)] };
}
