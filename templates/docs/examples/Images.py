import orthanc


def first_frame(output, uri, groups, **request):
    """Answer the first frame of an instance as a JPEG file, with its size written on it."""
    frame = orthanc.DecodeDicomImage(orthanc.GetDicomForInstance(groups[0]), 0)
    with frame, frame.ConvertPixelFormat(orthanc.PixelFormat.RGB24) as image:
        width, height = image.GetImageWidth(), image.GetImageHeight()
        image.DrawText(0, f"{width} x {height}", 5, 5, 255, 255, 0)
        jpeg = orthanc.CompressJpegImage(
            orthanc.PixelFormat.RGB24, width, height, image.GetImagePitch(), image, 90
        )
    output.AnswerBuffer(jpeg, "image/jpeg")


orthanc.RegisterRestCallback("/frames/([0-9a-f-]+)", first_frame)
