import orthanc


@orthanc.RegisterOnStoredInstanceCallback
def on_stored(instance, instance_id):
    """Remember each instance in a queue, which survives a restart."""
    orthanc.EnqueueValue("to-check", instance_id)


def next_instance(output, uri, **request):
    """Answer the oldest instance of the queue, and count the answers."""
    value = orthanc.DequeueValue("to-check", orthanc.QueueOrigin.FRONT)
    answered = int(orthanc.GetKeyValue("counters", "answered") or b"0")
    if value is not None:
        orthanc.StoreKeyValue("counters", "answered", str(answered + 1))
    output.AnswerBuffer(value or b"none", "text/plain")


orthanc.RegisterRestCallback("/next", next_instance)
