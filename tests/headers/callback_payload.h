/* Callbacks of a payload that another callback makes; if that one failed, they report its failure. */

  /**
   * @brief Begins a tour.
   *
   * @param city Where it begins.
   * @return The tour.
   **/
  typedef void* (*OrthancPluginBeginTour) (const char* city);

  /**
   * @brief Says how many stops a tour has.
   *
   * @param tour The tour.
   * @return The number of stops.
   **/
  typedef uint32_t (*OrthancPluginCountStops) (void* tour);

  /**
   * @brief Goes to the next stop of a tour.
   *
   * @param tour The tour.
   * @return 0 if success, or the error code.
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginNextStop) (void* tour);

  /**
   * @brief Ends a tour.
   *
   * @param tour The tour.
   **/
  typedef void (*OrthancPluginEndTour) (void* tour);

  /**
   * @brief Register a guide.
   *
   * @param context The context of the plugin.
   * @param begin Begins a tour.
   * @param count Counts the stops.
   * @param next Goes to the next stop.
   * @param end Ends the tour.
   * @ingroup Tours
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterGuide(
    OrthancPluginContext* context,
    OrthancPluginBeginTour begin,
    OrthancPluginCountStops count,
    OrthancPluginNextStop next,
    OrthancPluginEndTour end)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
