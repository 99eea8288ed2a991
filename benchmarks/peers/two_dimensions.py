#!/usr/bin/env python3
"""Images of two dimensions, side by side: every way to treat them that a parameter file has. Exit status 1: they part."""

import argparse
import sys

import numpy
import SimpleITK as sitk

import compare
import parameters

FOLDER = compare.RESULTS / "two-dimensions"
FOLDER.mkdir(parents=True, exist_ok=True)
rng=numpy.random.default_rng(7)
def write(name,dtype,ext,shape=(37,45),spacing=(0.7,0.9),direction=(1,0,0,1)):
    y,x=numpy.mgrid[:shape[0],:shape[1]]
    a=400+200*numpy.sin(x/5)*numpy.cos(y/7)+rng.normal(0,60,shape)
    im=sitk.GetImageFromArray(a.astype(dtype)); m=((x-shape[1]/2)**2/90+(y-shape[0]/2)**2/60<1.2)
    m&=~((x%11==0)&(y%5==0))
    ma=sitk.GetImageFromArray(m.astype('uint8'))
    for i in (im,ma):
        i.SetSpacing(spacing); i.SetOrigin((-12.5,7.25)); i.SetDirection(direction)
    f=FOLDER / f'{name}{ext}', FOLDER / f'{name}_mask{ext}'
    sitk.WriteImage(im,str(f[0])); sitk.WriteImage(ma,str(f[1])); return f
c,s=numpy.cos(0.3),numpy.sin(0.3)
IMAGES = {'i16':write('i16','int16','.nrrd'),'f32':write('f32','float32','.mha',(32,40),(0.5,0.5)),'f64':write('f64','float64','.nii',(30,33),(1.,0.75)),'obl':write('obl','int16','.nrrd',(36,41),(0.8,1.1),(c,-s,s,c))}
log="imageType: {Original: {}, LoG: {sigma: [1.0, 2.0, 20]}}"
PARAMETERS = {
'default':'setting: {binWidth: 25}',
'shape2D':'featureClass: {shape: , shape2D: , firstorder: }',
'log':log,
'wavelet':'imageType: {Original: {}, Wavelet: {}}',
'wavelet2':'imageType: {Wavelet: {level: 2, wavelet: db3}}',
'wavelet0':'imageType: {Original: {}, Wavelet: {}}\nsetting: {force2D: true}',
'wavelet1':'imageType: {Original: {}, Wavelet: {}}\nsetting: {force2D: true, force2Ddimension: 1}',
'force0':'setting: {force2D: true, distances: [1, 2]}',
'force1':'setting: {force2D: true, force2Ddimension: 1, weightingNorm: euclidean}',
'force2':'setting: {force2D: true, force2Ddimension: 2}',
'lbp':'imageType: {LBP2D: {binWidth: 1}, LBP3D: {}, Gradient: {}, Square: {}, SquareRoot: {}, Logarithm: {}, Exponential: {}}',
'lbpvar':'imageType: {LBP2D: {lbp2DMethod: var, binWidth: 500}}',
'lbpdef':'imageType: {LBP2D: {lbp2DMethod: default, lbp2DSamples: 20, binWidth: 50000}}',
'resample':'setting: {resampledPixelSpacing: [1.1, 0.6]}',
'resample0':'setting: {resampledPixelSpacing: [0, 1.5], padDistance: 2}\n'+log,
'three':'setting: {resampledPixelSpacing: [1, 1, 1]}',
'same':'setting: {resampledPixelSpacing: [0, 0], padDistance: 3}',
'crop':'setting: {preCrop: true, padDistance: 4}\n'+log,
'norm':'setting: {normalize: true, normalizeScale: 100, removeOutliers: 3, binWidth: 5}',
'reseg':'setting: {resegmentRange: [300, 600]}',
'resegs':'setting: {resegmentRange: [-1, 2], resegmentMode: sigma, resegmentShape: true}',
'noinfo':'setting: {additionalInfo: false}',
'rel':'setting: {minimumROIDimensions: 3}',
}
for n in ['Linear','NearestNeighbor','Gaussian','LabelGaussian','HammingWindowedSinc','LanczosWindowedSinc','BlackmanWindowedSinc']:
    PARAMETERS['in' + n]='setting: {resampledPixelSpacing: [1.3, 0.8], interpolator: sitk%s}'%n


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", default=compare._java(), help="(default: %(default)s)")
    options = parser.parse_args()
    lines = []
    for name, text in PARAMETERS.items():
        file = FOLDER / f"{name}.yaml"
        file.write_text(text + "\n")
        lines += [f"{image}-{name}\t{files[0]}\t{files[1]}\t{file}" for image, files in IMAGES.items()]
    cases = FOLDER / "cases.tsv"
    cases.write_text("\n".join(lines) + "\n")
    sys.exit(not parameters.report(parameters.compare(cases, options.java, ["-Xmx2g"])))


if __name__ == "__main__":
    main()
